import { notFound } from '#app/http/not-found.ts';

/** Every address that is nobody's, so that it answers with the same bytes as one that is somebody else's. */
export function loader(): never {
	throw notFound();
}

export function action(): never {
	throw notFound();
}

export default function Nowhere() {
	return null;
}
