import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { planNumbered, SIDES } from '#app/domain/programmes/programme.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import { inDisplayOrder, type LaidOutSession, type SkippedDay } from '#app/domain/scheduling/lay-out-sessions.ts';
import { NATION_NAMES } from '#app/domain/scheduling/meeting-pattern.ts';
import { sentenceForClash } from '#app/domain/scheduling/shown-clashes.ts';
import { daysOf } from '#app/domain/scheduling/venue-days.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { countInWords, dayInWords, listInWords, upperFirst } from '#app/domain/shared/in-words.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { placeValue } from '#app/http/cohort-form.ts';
import { formatTimeSpan } from '#app/ui/format.ts';
import { listCohortOptions } from '#app/use-cases/cohorts/list-cohort-options.ts';
import type { CohortDraft, CohortPlanned } from '#app/use-cases/cohorts/plan-cohort.ts';
import { listVenueDays } from '#db/queries/planning/venue-days.ts';
import { listFacilitators } from '#db/queries/staff.ts';

export type PlanView = ReturnType<typeof planView>;

export type PlanLine =
	| {
			readonly kind: 'session';
			readonly number: number;
			readonly day: CalendarDay | null;
			readonly title: string;
			readonly times: string;
			readonly clashes: readonly string[];
	  }
	| { readonly kind: 'skipped'; readonly day: CalendarDay; readonly why: string };

const SKIP_WORDS = {
	'bank-holiday': 'Bank holiday',
	closure: 'Closed',
	'school-holiday': 'School holiday',
	'skipped-week': 'Left out',
} as const;

/** Everything that the coordinator looks at before saving: dates and skipped days in order, clashes, and what to know. */
export function planView(context: AppContext, actor: Actor, draft: CohortDraft, planned: CohortPlanned) {
	const { laidOut, warnings, fingerprint, programme } = planned;
	const names = new Map(listFacilitators(context.db, actor, SIDES).map(({ id, name }) => [id, name]));
	const clashesOf = (session: LaidOutSession) =>
		planned.clashes
			.filter(({ planNumber }) => planNumber === session.planNumber)
			.map((clash) => sentenceForClash(clash, 'staffId' in clash ? (names.get(clash.staffId) ?? '') : ''));
	const sessions = inDisplayOrder(laidOut.sessions).map((session): PlanLine => {
		const { planNumber: number, time } = session;
		const title = planNumbered(programme, number).title;
		const times = time ? formatTimeSpan(time.startTime, time.lengthMinutes) : 'Various times';
		return { kind: 'session', number, day: time?.day ?? null, title, times, clashes: clashesOf(session) };
	});
	return {
		name: draft.name,
		facts: factsOf(context, actor, draft, planned),
		lines: inDateOrder(sessions, laidOut.skipped),
		strip: laidOut.sessions.map(({ planNumber, time }) => ({
			number: planNumber,
			day: time?.day ?? null,
			state: 'to-come' as const,
		})),
		firstDay: laidOut.firstDay,
		lastDay: laidOut.lastDay,
		skippedDays: laidOut.skipped.length,
		clashing: new Set(planned.clashes.map(({ planNumber }) => planNumber)).size,
		notes: notesOf(draft, planned, context.clock.now()),
		warnings,
		fingerprint,
	};
}

function inDateOrder(sessions: readonly PlanLine[], skipped: readonly SkippedDay[]): readonly PlanLine[] {
	const days = skipped.map(({ date, reasons }): PlanLine => {
		const why = reasons.map(({ kind, label }) => `${SKIP_WORDS[kind]}: ${label}`).join('. ');
		return { kind: 'skipped', day: date, why };
	});
	const dated = sessions.filter(({ day }) => day !== null);
	return [
		...sessions.filter(({ day }) => day === null),
		...[...dated, ...days].toSorted((one, other) => (one.day! < other.day! ? -1 : 1)),
	];
}

function factsOf(
	context: AppContext,
	actor: Actor,
	{ place, onlineRoom, leadId, coFacilitatorIds, places, areaId }: CohortDraft,
	planned: CohortPlanned,
) {
	const options = listCohortOptions(context, actor);
	const labelOf = (list: readonly { value: string; label: string }[], value: string) =>
		list.find((one) => one.value === value)?.label ?? '';
	const team = [leadId, ...coFacilitatorIds].map((id) => labelOf(options.facilitators, id));
	return [
		{ key: 'Programme', value: programmeLabel(planned.programme) },
		{ key: 'Area', value: labelOf(options.areas, areaId) },
		{ key: 'Bank holidays of', value: NATION_NAMES[planned.nation] },
		{ key: 'Where', value: [labelOf(options.places, placeValue(place)), onlineRoom].filter(Boolean).join(', ') },
		...daysFact(context, actor, planned),
		{
			key: 'Team',
			value: `${team[0]} (lead)${team
				.slice(1)
				.map((name) => `, ${name}`)
				.join('')}`,
		},
		{ key: 'Places', value: String(places) },
	];
}

/** On which days the venue is this side's: the same at every plan, whatever stands in its way. */
function daysFact({ db }: AppContext, actor: Actor, { venueId, programme: { side } }: CohortPlanned) {
	if (venueId === null || side === 'professional') return [];
	const days = daysOf(side, listVenueDays(db, actor).get(venueId) ?? {});
	return [{ key: 'Days of this side there', value: listInWords(days.map(upperFirst)) || 'None yet: ask a lead' }];
}

/** What to know about the plan; none of it stands in the way. */
function notesOf(
	draft: CohortDraft,
	{ laidOut, programme, holidaysKnownUntil, schoolHolidaysKnownUntil }: CohortPlanned,
	now: Instant,
): string[] {
	const { min, max } = programme.thresholds.groupSize;
	const past = laidOut.sessions.filter(({ time }) => time !== null && time.endsAt <= now).length;
	const isBeyond = laidOut.lastDay !== null && (holidaysKnownUntil === null || laidOut.lastDay > holidaysKnownUntil);
	const { skipsSchoolHolidays } = draft;
	const isBeyondSchools =
		skipsSchoolHolidays &&
		laidOut.lastDay !== null &&
		(schoolHolidaysKnownUntil === null || laidOut.lastDay > schoolHolidaysKnownUntil);
	return [
		past > 0 &&
			`${countInWords(past, 'of these sessions is', 'of these sessions are')} in the past: save it to type up its registers.`,
		(draft.places < min || draft.places > max) && `The programme is meant for ${min} to ${max} people.`,
		isBeyond &&
			(holidaysKnownUntil === null
				? 'No bank holidays are listed for this nation. Check the dates yourself.'
				: `Bank holidays are listed only until ${dayInWords(holidaysKnownUntil)}. Check the dates after that yourself.`),
		isBeyondSchools &&
			(schoolHolidaysKnownUntil === null
				? 'No school holidays are listed for this area. Check the dates yourself.'
				: `School holidays are listed only until ${dayInWords(schoolHolidaysKnownUntil)}. Check the dates after that yourself.`),
	].filter((note) => typeof note === 'string');
}
