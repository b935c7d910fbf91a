import { CATCH_UP_STATES, type CatchUp, catchUpsLeft, catchUpsOf } from '#app/domain/attendance/catch-ups.ts';
import { isActive } from '#app/domain/attrition/enrolment.ts';
import { paths } from '#app/paths.ts';
import { optionsInWords } from '#app/ui/catch-ups/catch-up-words.ts';
import { formatDate } from '#app/ui/format.ts';
import type { CohortReview } from '#app/use-cases/cohorts/review-cohort.ts';

export type CatchUpsView = ReturnType<typeof catchUpsView>;
export type CatchUpLine = CatchUpsView['lists'][number]['lines'][number];

/** The catch-ups of the cohort by what they are, and who may miss no more with what is left to them (§5.8, §5.10). */
export function catchUpsView(review: CohortReview) {
	const people = peopleOf(review);
	const lines = people.flatMap((person) => person.catchUps.map((catchUp) => ({ person, catchUp })));
	const lists = CATCH_UP_STATES.map((state) => ({
		state,
		lines: lines
			.filter(({ catchUp }) => catchUp.state === state)
			.toSorted((one, other) => (dayOf(one.catchUp) < dayOf(other.catchUp) ? -1 : 1))
			.map(({ person, catchUp }) => lineOf(review, person, catchUp)),
	}));
	const lastChance = people
		.filter(({ standing }) => standing === 'last-chance')
		.map(({ name, catchUps, left }) => ({ name, options: optionsInWords(catchUps, left) }));
	return { lists, lastChance };
}

function peopleOf({ record, programme, summary, now }: CohortReview) {
	const { thresholds } = programme;
	const of = <Row extends { enrolmentId: string }>(rows: readonly Row[], id: string) =>
		rows.filter(({ enrolmentId }) => enrolmentId === id);
	return record.members.map(({ enrolmentId, name, state }, index) => {
		const active = isActive(state);
		const own = {
			facts: of(record.marks, enrolmentId),
			done: of(record.catchUps, enrolmentId),
			booked: of(record.booked, enrolmentId),
			isActive: active,
		};
		const catchUps = catchUpsOf(own, thresholds, now);
		const standing = active ? summary.people[index]!.best.standing : null;
		return { enrolmentId, name, catchUps, left: catchUpsLeft(catchUps, thresholds), standing };
	});
}

type Person = ReturnType<typeof peopleOf>[number];

function lineOf({ record }: CohortReview, { enrolmentId, name, left }: Person, catchUp: CatchUp) {
	const { planNumber, state, missedOn, lastDay, sessionId, day } = catchUp;
	const session = record.sessions.find((one) => one.planNumber === planNumber);
	const mayBook = record.may.bookCatchUps && (state === 'needed' || state === 'expired') && left > 0;
	return {
		key: `${enrolmentId} ${planNumber}`,
		name,
		session: `Session ${planNumber}`,
		missed: missedOn && formatDate(missedOn),
		lastDay: lastDay && formatDate(lastDay),
		day: day && formatDate(day),
		isOver: state === 'expired',
		noneLeft: state === 'needed' && left === 0,
		href: sessionId && paths.session(sessionId),
		bookHref: mayBook && session ? paths.bookCatchUp(session.id, enrolmentId) : null,
	};
}

function dayOf({ day, lastDay }: CatchUp): string {
	return day ?? lastDay ?? '';
}
