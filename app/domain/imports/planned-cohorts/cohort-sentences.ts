import { countInWords, dayInWords, listInWords, timeInWords } from '../../shared/in-words.ts';
import type { PlanClash } from './plan-clashes.ts';
import type { CohortWarning, PlannedCohort, ReadingWarning } from './planned-cohort.ts';

const READING: Readonly<Record<ReadingWarning, string>> = {
	'date-from-serial': 'the start date was the number of a spreadsheet. Check it',
	'facilitator-name-interpreted': 'a facilitator is named by an initial. Check that the right person is meant',
	'programme-name-interpreted': 'the programme was not written in full. Check that the right one is meant',
	'skip-date-not-a-session-day': 'a date to leave out is not a day on which it meets, and changes nothing',
	'skip-week-not-a-monday': 'a week to leave out does not begin on a Monday. The whole week of that day is left out',
	'time-assumed-pm': 'the time did not say morning or evening. It was taken for the afternoon or evening',
};

/** Everything that a person should look at in a cohort's row, a sentence for each. */
export function cohortWarnings({ row, code, allWarnings }: PlannedCohort): readonly string[] {
	return allWarnings.map((warning) => `Row ${row}, ${code}: ${sentenceFor(warning)}.`);
}

function sentenceFor(warning: CohortWarning): string {
	switch (warning.code) {
		case 'bank-holiday-skipped':
			return `it leaves out ${listInWords(warning.dates.map(dayInWords))}, a bank holiday`;
		case 'facilitator-accreditation-lapsed':
			return `${warning.facilitator} is accredited only until ${dayInWords(warning.until)}, before it starts`;
		case 'facilitator-accreditation-lapses-during':
			return `${warning.facilitator} is accredited only until ${dayInWords(warning.until)}, before it ends`;
		case 'facilitator-in-training':
			return `${warning.facilitator} is still being trained for this programme`;
		case 'facilitator-not-accredited-for-programme':
			return `${warning.facilitator} is not accredited for this programme`;
		case 'facilitator-not-in-list':
			return `nobody here is called ${warning.facilitator}. Check the name`;
		case 'facilitator-not-available':
			return `${warning.facilitator} said that they can do “${warning.availability}”, and it meets at another time`;
		case 'facilitators-not-mixed-sex':
			return 'a man and a woman are wanted for this programme, and the team is of one sex';
		case 'no-accredited-facilitator':
			return 'nobody on its team is accredited for it on its first day';
		default:
			return READING[warning.code];
	}
}

/** A cohort of a plan in a few words: how many sessions, when they are and where. */
export function cohortInWords({ times, startTime, venue, room, online }: PlannedCohort): string {
	const [first, last] = [times[0], times.at(-1)];
	const when = first && last ? `${dayInWords(first.day)} to ${dayInWords(last.day)} at ${timeInWords(startTime)}` : '';
	const where = online ? 'online' : [venue, room].filter(Boolean).join(', ');
	return `${countInWords(times.length, 'session')}, ${when}; ${where}`;
}

/** Which cohorts of a plan stand in each other's way, how and how often, as one sentence. */
export function planClashSentence(clash: PlanClash): string {
	const [one, other] = clash.cohorts;
	const named = (cohort: PlannedCohort) => `${cohort.code} (row ${cohort.row})`;
	if (clash.kind === 'facilitator-named-twice' || !other)
		return `${named(one)} names ${clash.facilitator ?? 'one person'} twice. Name two people, or one.`;
	const both = `${named(one)} and ${named(other)}`;
	const when = `on ${countInWords(clash.dates.length, 'day')}, the first ${dayInWords(clash.dates[0]!)}`;
	const where = clash.kind === 'room-double-booked' ? `the room ${one.room} of ${one.venue}` : `${one.venue}`;
	switch (clash.kind) {
		case 'facilitator-double-booked':
			return `${both} need ${clash.facilitator} at the same time ${when}.`;
		case 'room-double-booked':
			return `${both} need ${where} at the same time ${when}.`;
		default:
			return `${both} are of the two sides and would both be at ${where} ${when}.`;
	}
}
