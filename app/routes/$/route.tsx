import { notFound } from '#app/http/not-found.ts';

/** Every address that is nobody's, so that it answers with the same bytes as one that is somebody else's. */
export function loader(): never {
	throw notFound();
}

export const action = loader;

export default function Nowhere() {
	return null;
}
