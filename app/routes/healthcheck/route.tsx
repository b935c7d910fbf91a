import type { LoaderFunctionArgs } from '@remix-run/node';
import { hasAnyStaff } from '#db/queries/staff.ts';

/** For whatever watches over the server: whether it can read its database. It says nothing else. */
export function loader({ context }: LoaderFunctionArgs) {
	const isWell = answers(() => hasAnyStaff(context.db));
	return new Response(isWell ? 'OK' : 'The database does not answer', {
		status: isWell ? 200 : 503,
		headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
	});
}

/** Whether it can be read at all; what it says does not matter. */
function answers(read: () => unknown): boolean {
	try {
		read();
		return true;
	} catch {
		return false;
	}
}
