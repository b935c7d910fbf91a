import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { asksAnything, isAnswered, isAskedOf } from '#app/domain/attendance/taking-part.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import { paths } from '#app/paths.ts';
import { countConcerns, listOwnConcerns } from '#db/queries/attendance/concerns.ts';
import { listSessionTakingPart } from '#db/queries/attendance/taking-part.ts';
import type { SessionDay } from '#db/queries/session-day.ts';

/** What is said after the register, for who may read it; nothing before the session has begun, nor when it was not held. */
export function readFollowOn(context: AppContext, actor: StaffActor, day: SessionDay) {
	const { session, may } = day;
	const hasBegun = session.state !== 'cancelled' && hasStarted(session, context.clock.now());
	return {
		takingPart: hasBegun ? takingPartOf(context, actor, day) : null,
		concerns: hasBegun && may('read', 'concern') ? concernsOf(context, actor, day) : null,
		historyHref: hasBegun && may('read', 'register.notes') ? paths.registerHistory(session.id) : null,
	};
}

/** How many concerns were raised, and of how many of the reader’s own nothing has been said in words. */
function concernsOf({ db }: AppContext, actor: StaffActor, { session }: SessionDay) {
	const many = countConcerns(db, actor, session.id);
	const own = many === 0 ? [] : listOwnConcerns(db, actor, session.id);
	return { href: paths.concerns(session.id), many, toDescribe: own.filter(({ isDescribed }) => !isDescribed).length };
}

/** Of how many who attended nothing is missing that the programme asks; null where it asks nothing, or they may not read it. */
function takingPartOf({ db, content }: AppContext, actor: StaffActor, { session, cohort, may }: SessionDay) {
	const { asks } = content.programmeOf(cohort);
	if (!asksAnything(asks) || !may('read', 'taking-part')) return null;
	const attended = listSessionTakingPart(db, actor, session.id).filter(({ mark }) => isAskedOf(mark));
	return {
		href: paths.takingPart(session.id),
		attended: attended.length,
		missing: attended.filter((answer) => !isAnswered(answer, asks)).length,
	};
}
