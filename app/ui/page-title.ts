/** The browser's title of a page: what the page is, never who or which programme. (A refused form adds “Error:” by itself.) */
export function pageTitle(name: string): { title: string }[] {
	return [{ title: `${name} - Plumbline` }];
}
