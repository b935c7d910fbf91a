/** How much of an upload is looked at. A wall register is some 20 kB; these let a big team's workbook through and no bomb. */
export const LIMITS = {
	/** Bytes of the file as uploaded. */
	fileBytes: 10 * 1024 * 1024,
	/** Files inside a workbook. */
	parts: 1000,
	/** Bytes that all of them together claim to unpack to. */
	claimedBytes: 100 * 1024 * 1024,
	/** Bytes that are really unpacked: only the parts that are read. */
	readBytes: 6 * 1024 * 1024,
	sheets: 40,
	/** In the whole workbook, formatted blank ones included. */
	cells: 60_000,
	mergesPerSheet: 2000,
	commentsPerSheet: 2000,
	/** A spreadsheet program allows no more in one cell. */
	cellCharacters: 32_767,
} as const;
