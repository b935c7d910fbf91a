import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { SupervisionState } from '#app/domain/debrief/supervision.ts';
import { type CalendarDay, plusDays } from '#app/domain/shared/calendar-day.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { OUTCOME_NAMES } from '#app/domain/tasks/task-outcomes.ts';
import { paths } from '#app/paths.ts';
import { formatDate } from '#app/ui/format.ts';
import { sessionTitle } from '#app/ui/session-name.ts';
import { lastsInWords } from '#app/ui/team/time-words.ts';
import { type PracticeReview, reviewPractice } from '#app/use-cases/team/review-practice.ts';
import { agreementView, observationsView } from './accounts-view.ts';
import { continuityView, logsView } from './work-view.ts';

export type SupervisionView = NonNullable<ReturnType<typeof readSupervisionView>>;

/** All that the page for supervision shows of a facilitator to this actor; null when it is not theirs to read. */
export function readSupervisionView(context: AppContext, actor: StaffActor, staffId: StaffId) {
	const review = reviewPractice(context, actor, staffId);
	if (!review) return null;
	const today = dayOf(context.clock.now());
	const { facilitator, sessions } = review;
	const isOwn = actor.staffId === staffId;
	const continuity = continuityView(sessions);
	const logs = logsView(sessions);
	return {
		...{ name: facilitator.name, isOwn, facilitatorHref: paths.facilitator(staffId) },
		printed: formatDate(today),
		accreditations: accreditationsOf(review, today),
		continuity: continuity.lines,
		logs: logs.figures,
		keptBack: sessions
			.filter(({ isKeptBack }) => isKeptBack)
			.map(({ session }) => ({ text: sessionTitle(session), href: paths.deliveryLog(session.id) })),
		agreement: agreementView(review),
		observations: observationsView(sessions),
		asked: review.asked.map(askedLine),
		actions: review.actions.map((action) => actionLine(action, today)),
		rows: [...continuity.rows, ...logs.rows],
	};
}

/** How long before its end an accreditation is marked: as long as the notices that go out before. */
const SOON_DAYS = 60;

function accreditationsOf({ accreditations, programmes }: PracticeReview, today: CalendarDay) {
	const names = new Map(programmes.map(({ slug, name }) => [slug, name]));
	return accreditations.map((one) => ({
		programme: names.get(one.programmeSlug)!,
		from: formatDate(one.accreditedOn),
		lasts: lastsInWords(one, today),
		standing: standingOf(one.expiresOn, today),
	}));
}

function standingOf(expiresOn: CalendarDay | null, today: CalendarDay): 'ended' | 'ends-soon' | null {
	if (expiresOn === null) return null;
	if (expiresOn < today) return 'ended';
	return expiresOn <= plusDays(today, SOON_DAYS) ? 'ends-soon' : null;
}

const STATES: Readonly<Record<SupervisionState, string>> = {
	none: 'Taken back',
	asked: 'Waits for a lead',
	held: 'Taken up',
};

function askedLine({ sessionId, cohort, day, words, state, outcome, ...session }: PracticeReview['asked'][number]) {
	const cameOfIt = state === 'held' && outcome && outcome !== 'done' ? `: ${OUTCOME_NAMES[outcome].toLowerCase()}` : '';
	return {
		session: `${cohort}, ${sessionTitle(session).toLowerCase()}`,
		href: paths.debrief(sessionId),
		day: day === null ? '' : formatDate(day),
		words: words ?? '',
		state: `${STATES[state]}${cameOfIt}`,
	};
}

const ACTION_STATES = { open: 'Open', done: 'Done', closed: 'Closed: not needed any more' } as const;

function actionLine({ id, sessionId, cohort, ...action }: PracticeReview['actions'][number], today: CalendarDay) {
	const isLate = action.state === 'open' && action.dueOn < today;
	return {
		words: action.words ?? '',
		href: action.mayOpen ? paths.task(id) : paths.debrief(sessionId),
		session: `${cohort}, ${sessionTitle(action).toLowerCase()}`,
		due: formatDate(action.dueOn),
		state: isLate ? 'Open, overdue' : ACTION_STATES[action.state],
	};
}
