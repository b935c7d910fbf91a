/** What is done with registers and lists that come in as files or from paper. */
export const IMPORT_ACTIONS = {
	'import-uploaded': { kind: 'change', label: 'Uploaded a register' },
	'import-reading-confirmed': { kind: 'change', label: 'Said how an uploaded register is read' },
	'import-cohort-chosen': { kind: 'change', label: 'Chose the cohort of an uploaded register' },
	'import-stored': { kind: 'change', label: 'Imported a register' },
	'import-brought-in': { kind: 'change', label: 'Brought in a register' },
	'import-undone': { kind: 'change', label: 'Undid an import' },
	'registers-typed-up': { kind: 'change', label: 'Typed up registers' },
	'sheet-brought-in': { kind: 'change', label: 'Brought in the differences of a register from a sheet' },
	'sheet-undone': { kind: 'change', label: 'Undid bringing in the differences of a register' },
	'list-uploaded': { kind: 'change', label: 'Uploaded a list' },
	'list-stored': { kind: 'change', label: 'Brought in a list' },
	'list-undone': { kind: 'change', label: 'Undid bringing in a list' },
} as const;
