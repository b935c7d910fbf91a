import { type ZipEntry, zipFile } from './zip-file.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type WorkbookParts = {
	/** The inside of `<sheetData>`. */
	readonly cells: string;
	/** What stands after it, as `<mergeCells>`. */
	readonly after?: string;
	readonly strings?: string;
	readonly formats?: readonly string[];
	readonly is1904?: boolean;
	readonly comments?: string;
	readonly sheet?: string;
	readonly entries?: readonly ZipEntry[];
};

/** The parts of a small workbook with one sheet; style 1, 2 … of its cells are the formats in order. */
export function workbookEntries(parts: WorkbookParts): readonly ZipEntry[] {
	const relation = (id: string, kind: string, target: string) =>
		`<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
	const relations = (inside: string) => `<?xml version="1.0"?><Relationships>${inside}</Relationships>`;
	const formats = parts.formats ?? [];
	const styles = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join('');
	const styled = formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('');
	return [
		{ name: '_rels/.rels', content: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
		{
			name: 'xl/workbook.xml',
			content: `<workbook xmlns:r="${OFFICE}"><workbookPr date1904="${parts.is1904 ? 1 : 0}"/><sheets><sheet name="Register" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		},
		{
			name: 'xl/_rels/workbook.xml.rels',
			content: relations(
				relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
					relation('rId2', 'styles', 'styles.xml') +
					relation('rId3', 'sharedStrings', '/xl/sharedStrings.xml'),
			),
		},
		{ name: 'xl/sharedStrings.xml', content: `<sst>${parts.strings ?? ''}</sst>` },
		{
			name: 'xl/styles.xml',
			content: `<styleSheet><numFmts>${styles}</numFmts><cellXfs><xf numFmtId="0"/>${styled}<xf numFmtId="14"/></cellXfs></styleSheet>`,
		},
		{
			name: 'xl/worksheets/sheet1.xml',
			content: parts.sheet ?? `<worksheet><sheetData>${parts.cells}</sheetData>${parts.after ?? ''}</worksheet>`,
		},
		...(parts.comments === undefined
			? []
			: [
					{
						name: 'xl/worksheets/_rels/sheet1.xml.rels',
						content: relations(relation('rId1', 'comments', '../c1.xml')),
					},
					{ name: 'xl/c1.xml', content: parts.comments },
				]),
		...(parts.entries ?? []),
	];
}

/** A small workbook as a file. */
export function workbookFile(parts: WorkbookParts): Buffer {
	return zipFile(workbookEntries(parts));
}
