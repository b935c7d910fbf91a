import type { LadderStep } from '#app/domain/programmes/ladder.ts';
import type { CompletionRule, Programme, Thresholds } from '#app/domain/programmes/programme.ts';
import { countInWords, listInWords } from '#app/domain/shared/in-words.ts';

const STEPS: Readonly<Record<LadderStep, string>> = {
	'facilitator-call': 'a facilitator rings',
	'coordinator-referrer-partner-support': 'the coordinator, the referrer and partner support are told',
	'lead-decision': 'the lead decides what happens next',
};

const percent = (share: number) => `${Math.round(share * 100)}%`;

/** What counts as enough in this programme, a sentence for each threshold. */
export function thresholdsInWords({ thresholds, plans }: Pick<Programme, 'thresholds' | 'plans'>) {
	const { groupSize, catchUps, fidelityBands, lateMinutes, observationShare, observationNoticeDays, referrerContacts } =
		thresholds;
	return [
		{
			key: 'Group size',
			value: `${groupSize.min} to ${groupSize.max} people. Under ${groupSize.viable} it can hardly go on.`,
		},
		{ key: 'Joining', value: `Until session ${thresholds.lastJoiningSession}.` },
		{ key: 'Team', value: teamInWords(thresholds) },
		{ key: 'Completion', value: completionInWords(thresholds.completion, plans.length) },
		{
			key: 'Catch-ups',
			value: `At most ${catchUps.allowed}, each within ${countInWords(catchUps.withinDays, 'day')}.`,
		},
		{
			key: 'Late',
			value: `More than ${countInWords(lateMinutes, 'minute')} late, or gone early, calls for a catch-up.`,
		},
		{ key: 'Absences', value: ladderInWords(thresholds) },
		{
			key: 'Observation',
			value: `${percent(observationShare)} of sessions, at least one for each facilitator, who is told ${countInWords(observationNoticeDays, 'day')} before.`,
		},
		{
			key: 'Delivery',
			value: `Good from ${fidelityBands.good}% of activities; to be watched from ${fidelityBands.watch}%; to act upon below.`,
		},
		{ key: 'Referrer', value: `At least ${countInWords(referrerContacts, 'documented contact')} for each person.` },
	];
}

function teamInWords({ minimumFacilitators, mixedPairWanted }: Thresholds): string {
	const pair = mixedPairWanted ? ', a woman and a man where possible' : '';
	return `At least ${countInWords(minimumFacilitators, 'facilitator')}${pair}.`;
}

function ladderInWords({ absenceLadder, excusedAbsenceStartsLadder }: Thresholds): string {
	if (absenceLadder.length === 0) return 'Nothing follows by itself.';
	const when = (missed: number) => (missed === 1 ? 'After one' : `After ${missed} in a row`);
	const within = (days: number | null) => (days === null ? '' : ` within ${countInWords(days, 'day')}`);
	const steps = absenceLadder.map(
		({ missedInARow, step, withinDays }) => `${when(missedInARow)}: ${STEPS[step]}${within(withinDays)}.`,
	);
	const excused = excusedAbsenceStartsLadder ? 'takes the first step too' : 'does not take the first step by itself';
	return [...steps, `An absence with an apology ${excused}.`].join(' ');
}

function completionInWords(rule: CompletionRule, plans: number): string {
	const needed = Math.ceil(Number((rule.shareOfSessions * plans).toFixed(9)));
	const sentences = [
		`${percent(rule.shareOfSessions)} of sessions: ${needed} of ${plans}.`,
		rule.requiredSessions.length > 0 && `Among them session ${listInWords(rule.requiredSessions)}.`,
		rule.requiredIndividualSessions > 0 &&
			`At least ${countInWords(rule.requiredIndividualSessions, 'individual session')}.`,
		rule.shareOfCoreActivities !== null && `${percent(rule.shareOfCoreActivities)} of core activities.`,
	];
	return sentences.filter(Boolean).join(' ');
}
