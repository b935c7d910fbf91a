/** The answer for what is not there and for what is not yours: the same bytes for both (docs/security.md). */
export function notFound(): Response {
	return new Response(null, { status: 404 });
}

/** The value, or the answer that it is not there. */
export function orNotFound<Value>(value: Value | null | undefined): Value {
	if (value === null || value === undefined) throw notFound();
	return value;
}
