/** Whether two names are one to a reader: capitals and spaces around and between do not tell them apart. */
export function isSameName(one: string, other: string): boolean {
	return plain(one) === plain(other);
}

function plain(name: string): string {
	return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
