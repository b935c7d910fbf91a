/** The page of a list that the address asks for, counted from 1; the first for none and for what is no number. */
export function pageNumber(request: Request): number {
	const asked = new URL(request.url).searchParams.get('page') ?? '';
	return /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
}
