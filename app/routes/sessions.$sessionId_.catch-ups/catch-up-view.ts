import type { StaffActor } from '#app/domain/access/actor.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { plusDays } from '#app/domain/shared/calendar-day.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { formatCount, formatDate } from '#app/ui/format.ts';
import { whenInWords } from '#app/ui/schedule/move-lines.ts';
import { timeValues } from '#app/ui/schedule/time-values.ts';
import { type CatchUpPlan, readCatchUpPlan, teamAt } from '#app/use-cases/catch-ups/read-catch-up-plan.ts';
import { suggestAfter } from '#app/use-cases/sessions/plan-booking.ts';

export type CatchUpView = NonNullable<ReturnType<typeof readCatchUpView>>;

/**
 * Who needs a catch-up of this session, who could deliver it, and a time that is free; null when
 * it is not the actor's to book.
 */
export function readCatchUpView(
	context: RequestContext,
	actor: StaffActor,
	sessionId: SessionId,
	wanted: string | null,
) {
	const plan = readCatchUpPlan(context, context.db, actor, sessionId);
	if (!plan) return null;
	showsPeople(
		context,
		plan.people.map(({ personId }) => personId),
	);
	const { session, term } = plan;
	const open = plan.people.filter(({ own, left }) => (own.state === 'needed' || own.state === 'expired') && left > 0);
	const inTime = open.filter(({ own }) => own.state === 'needed');
	const team = teamAt(plan, null);
	const suggested = inTime.length > 0 ? suggest(context, actor, plan) : null;
	const chosen = wanted === null ? inTime : open.filter(({ enrolmentId }) => enrolmentId === wanted);
	return {
		sessionId,
		planNumber: session.planNumber,
		caption: `${term.cohort.name} · session ${session.planNumber}`,
		title: planNumbered(term.programme, session.planNumber).title,
		people: open.map(({ enrolmentId, name, own }) => ({ value: enrolmentId, label: name, hint: lastDayOf(own) })),
		others: plan.people.flatMap((person) => othersIn(person, term.programme.thresholds.catchUps.allowed)),
		team: teamNames(plan, team),
		mayOverride: plan.mayOverride && open.length > inTime.length,
		suggestion: suggested && whenInWords(suggested),
		values: {
			...timeValues(suggested),
			enrolmentId: chosen.map(({ enrolmentId }) => enrolmentId),
			staffId: [...team],
		},
	};
}

/** The next free time that is in time for everybody who needs it; of the people themselves it asks nothing. */
function suggest(context: RequestContext, actor: StaffActor, { session, term, people }: CatchUpPlan) {
	const { planNumber, lengthMinutes } = session;
	const found = suggestAfter(context, context.db, actor, { term, planNumber, lengthMinutes, after: null });
	const lastDays = people.flatMap(({ own }) => (own.state === 'needed' && own.lastDay ? [own.lastDay] : []));
	const last = lastDays.toSorted()[0] ?? plusDays(dayOf(context.clock.now()), 365);
	return found && found.day <= last ? found : null;
}

function teamNames({ terms }: CatchUpPlan, team: readonly string[]) {
	const names = new Map<string, string>(terms.map(({ staffId, name }) => [staffId, name]));
	return team.map((id) => ({ value: id, label: names.get(id)! }));
}

type Person = CatchUpPlan['people'][number];

function lastDayOf({ state, lastDay }: Person['own']): string {
	if (lastDay === null) return 'It is not known by when';
	if (state === 'needed') return `Last day ${formatDate(lastDay)}`;
	return `The last day was ${formatDate(lastDay)}: only for one that was held by then`;
}

/** Who missed it and cannot be booked, with why. */
function othersIn({ name, own, left }: Person, allowed: number): readonly string[] {
	if (own.state === 'done') return [`${name} has caught up.`];
	if (own.state === 'booked') return [`${name} is booked for ${formatDate(own.day!)}.`];
	return left > 0 ? [] : [`${name} has no catch-up left: the programme allows ${formatCount('catch-up', allowed)}.`];
}
