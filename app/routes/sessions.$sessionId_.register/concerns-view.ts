import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { listOwnConcerns } from '#db/queries/attendance/concerns.ts';
import type { SessionDay } from '#db/queries/session-day.ts';

export type ConcernsView = {
	/** Whom the reader has ticked already. */
	readonly raised: readonly EnrolmentId[];
	/** About how many of them nothing has been said in words. */
	readonly toDescribe: number;
	readonly href: string;
};

/** The reader’s own concerns at a session that has begun; null where none can be raised, and for whoever raises none. */
export function readConcerns({ db, clock }: AppContext, actor: StaffActor, day: SessionDay): ConcernsView | null {
	const { session } = day;
	const isTaken = session.state !== 'cancelled' && hasStarted(session, clock.now());
	if (!isTaken || !day.may('write', 'concern')) return null;
	const own = listOwnConcerns(db, actor, session.id);
	return {
		raised: own.map(({ enrolmentId }) => enrolmentId),
		toDescribe: own.filter(({ isDescribed }) => !isDescribed).length,
		href: paths.concerns(session.id),
	};
}
