/** A file's name without folders and control characters, and no longer than a page can show. */
export function plainFileName(fileName: string): string {
	const name = fileName
		.replace(/^.*[/\\]/, '')
		.replace(/\p{Cc}/gu, ' ')
		.trim();
	return name.slice(0, 120) || 'file';
}
