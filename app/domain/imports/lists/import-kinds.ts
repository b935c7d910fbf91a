/** What a file that somebody brings in holds. */
export const IMPORT_KINDS = ['register', 'facilitators', 'cohorts', 'school-holidays'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** A list is read and stored row by row; a register becomes one cohort with its past. */
export type ListKind = Exclude<ImportKind, 'register'>;

/** What an import is kept as: the differences of a sheet from a register that is here are one too. */
export type KeptKind = ImportKind | 'sheet';
