import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { asksAnything } from '#app/domain/attendance/taking-part.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { listOwnConcerns } from '#db/queries/attendance/concerns.ts';
import { listRegistersAmong } from '#db/queries/attendance/register-history.ts';
import type { RegisterRow } from '#db/queries/registers.ts';
import type { SessionDay } from '#db/queries/session-day.ts';
import type { SessionRow } from '#db/queries/sessions.ts';

type Known = {
	readonly sessions: readonly SessionRow[];
	readonly rows: readonly RegisterRow[];
	readonly programme: Pick<Programme, 'asks'>;
};

/** What stands beside the marks of a register: the reader’s concerns, the registers before and after, and where to go on. */
export function readBeside(context: AppContext, actor: StaffActor, day: SessionDay, known: Known) {
	const { session } = day;
	const isTaken = session.state !== 'cancelled' && hasStarted(session, context.clock.now());
	const takesPart = isTaken && asksAnything(known.programme.asks) && day.may('write', 'taking-part');
	return {
		concerns: isTaken ? readConcerns(context, actor, day) : null,
		neighbours: neighboursOf(context, actor, known.sessions, session.id),
		historyHref: known.rows.some(({ version }) => version > 2) ? paths.registerHistory(session.id) : null,
		takingPartHref: takesPart ? paths.takingPart(session.id) : null,
	};
}

export type ConcernsView = {
	/** Whom the reader has ticked already. */
	readonly raised: readonly EnrolmentId[];
	/** About how many of them nothing has been said in words. */
	readonly toDescribe: number;
	readonly href: string;
};

/** The reader’s own concerns at a session that has begun; null for whoever raises none. */
function readConcerns({ db }: AppContext, actor: StaffActor, day: SessionDay): ConcernsView | null {
	const { session } = day;
	if (!day.may('write', 'concern')) return null;
	const own = listOwnConcerns(db, actor, session.id);
	return {
		raised: own.map(({ enrolmentId }) => enrolmentId),
		toDescribe: own.filter(({ isDescribed }) => !isDescribed).length,
		href: paths.concerns(session.id),
	};
}

/** What the box in somebody’s row says. */
export function concernOf(concerns: ConcernsView | null, enrolmentId: EnrolmentId): 'none' | 'offered' | 'raised' {
	if (!concerns) return 'none';
	return concerns.raised.includes(enrolmentId) ? 'raised' : 'offered';
}

/** The registers before and after this one in the plan of its cohort, as far as the actor may take them; of a catch-up none. */
function neighboursOf({ db }: AppContext, actor: StaffActor, term: readonly SessionRow[], sessionId: SessionId) {
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
