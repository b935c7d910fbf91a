import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { asksAnything } from '#app/domain/attendance/taking-part.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import { paths } from '#app/paths.ts';
import { countConcerns } from '#db/queries/attendance/concerns.ts';
import type { SessionDay } from '#db/queries/session-day.ts';

/** Where it is said what follows the register, for who may read it; nothing before the session has begun, nor when it was not held. */
export function readFollowOn({ db, clock, content }: AppContext, actor: StaffActor, day: SessionDay) {
	const { session, cohort, may } = day;
	const hasBegun = session.state !== 'cancelled' && hasStarted(session, clock.now());
	const isAsked = asksAnything(content.programmeOf(cohort).asks);
	const readsConcerns = hasBegun && may('read', 'concern');
	return {
		takingPartHref: hasBegun && isAsked && may('read', 'taking-part') ? paths.takingPart(session.id) : null,
		concerns: readsConcerns ? { href: paths.concerns(session.id), many: countConcerns(db, actor, session.id) } : null,
		historyHref: hasBegun && may('read', 'register.notes') ? paths.registerHistory(session.id) : null,
	};
}
