import type { SessionTime } from '../../scheduling/session.ts';
import { weekdayOf } from '../../shared/calendar-day.ts';
import { clockTimeAt, minutesOfDay } from '../../shared/clock-time.ts';
import type { CohortRow, CohortWarning, KnownFacilitator, TeamMate } from './planned-cohort.ts';

/**
 * What is odd about the team of a cohort over its sessions: who is not known, not accredited for the programme from the
 * first session to the last, being trained, or not free at its hour; then what is odd about all of them together.
 */
export function judgeTeam(
	cohort: CohortRow,
	team: readonly TeamMate[],
	times: readonly SessionTime[],
	mixedPairWanted: boolean,
): readonly CohortWarning[] {
	const each = [...new Map(team.map((mate) => [mate.known?.key ?? mate.name, mate])).values()];
	return [
		...each.flatMap((mate) => warningsOf(mate, cohort, times)),
		...(mixedPairWanted && isOneSex(each) ? [{ code: 'facilitators-not-mixed-sex' } as const] : []),
		...(each.some(({ known }) => known && isAccreditedAtStart(known, cohort, times))
			? []
			: [{ code: 'no-accredited-facilitator' } as const]),
	];
}

function warningsOf({ name, known }: TeamMate, cohort: CohortRow, times: readonly SessionTime[]): CohortWarning[] {
	if (!known) return [{ code: 'facilitator-not-in-list', facilitator: name }];
	const isFree = known.hours === null || times.every((time) => isWithin(known.hours ?? [], time));
	const notFree = {
		code: 'facilitator-not-available',
		facilitator: name,
		availability: known.availability ?? '',
	} as const;
	return [...accreditationWarnings(known, cohort, times), ...(isFree ? [] : [notFree])];
}

function accreditationWarnings(
	{ name: facilitator, accredited }: KnownFacilitator,
	{ family }: CohortRow,
	times: readonly SessionTime[],
): CohortWarning[] {
	const accreditation = accredited[family];
	if (accreditation === undefined) return [{ code: 'facilitator-not-accredited-for-programme', facilitator }];
	if (accreditation === 'in-training') return [{ code: 'facilitator-in-training', facilitator }];
	const { until } = accreditation;
	const [first, last] = [times[0], times.at(-1)];
	if (until === null || !first || !last || until >= last.day) return [];
	const code = until < first.day ? 'facilitator-accreditation-lapsed' : 'facilitator-accreditation-lapses-during';
	return [{ code, facilitator, until }];
}

function isAccreditedAtStart({ accredited }: KnownFacilitator, { family }: CohortRow, [first]: readonly SessionTime[]) {
	const accreditation = accredited[family];
	if (accreditation === undefined || accreditation === 'in-training') return false;
	return accreditation.until === null || first === undefined || accreditation.until >= first.day;
}

/** Two or more known people, all of them men or all of them women. */
function isOneSex(team: readonly TeamMate[]): boolean {
	const genders = team.map(({ known }) => known?.gender ?? 'not-stated');
	return genders.length > 1 && ['male', 'female'].some((one) => genders.every((gender) => gender === one));
}

function isWithin(hours: NonNullable<KnownFacilitator['hours']>, { day, startTime, lengthMinutes }: SessionTime) {
	const end = clockTimeAt(Math.min(minutesOfDay(startTime) + lengthMinutes, 1439));
	return hours.some(({ weekday, from, to }) => weekday === weekdayOf(day) && from <= startTime && end <= to);
}
