import type { StaffActor } from '#app/domain/access/actor.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import type { Db } from '#db/client.ts';
import { listRegistersAmong } from '#db/queries/attendance/register-history.ts';
import type { SessionRow } from '#db/queries/sessions.ts';

/** The registers before and after this one in the plan of its cohort, as far as the actor may take them; of a catch-up none. */
export function neighboursOf(db: Db, actor: StaffActor, term: readonly SessionRow[], sessionId: SessionId) {
	const at = term.findIndex(({ id }) => id === sessionId);
	const beside = at < 0 ? [] : [term[at - 1], term[at + 1]];
	const theirs = listRegistersAmong(
		db,
		actor,
		beside.map((one) => one?.id ?? null),
	);
	const linkTo = (one: SessionRow | undefined) =>
		one && theirs.includes(one.id) ? { href: paths.register(one.id), label: `Session ${one.planNumber}` } : null;
	return { previous: linkTo(beside[0]), next: linkTo(beside[1]) };
}
