/** One row that a figure is made of, with the way to where it is seen to. */
export type Row = { readonly text: string; readonly href: string; readonly about: string };
/** What one figure is made of; `key` is where it stands on the page. */
export type Rows = { readonly key: string; readonly name: string; readonly rows: readonly Row[] };
