import type { Range, Staying, Viability } from '#app/domain/cohorts/viability.ts';
import { formatCount, formatInterval } from '#app/ui/format.ts';

export type ViabilityInWords = {
	/** What has to be done something about; null when nothing has. */
	readonly warning: string | null;
	/** What earlier cohorts say, and what it does not prove. */
	readonly notes: readonly string[];
};

/** Whether the group is large enough, in sentences, with the numbers that each rests on; null where there is nothing to say. */
export function viabilityInWords(viability: Viability | null): ViabilityInWords | null {
	if (!viability) return null;
	const { staying } = viability;
	const notes = staying === null ? [] : historyNotes(viability, staying);
	const warning = warningInWords(viability);
	if (warning !== null && staying === null) notes.push(TOO_FEW);
	return warning === null && notes.length === 0 ? null : { warning, notes };
}

const TOO_FEW = 'Earlier cohorts of this programme in this area are too few to say how many will stay.';
const NO_RULE = 'It is what happened before, and no rule: it says nothing of these people.';

function historyNotes({ toInvite, atEnd, taken, size }: Viability, staying: Staying): string[] {
	const here =
		atEnd && `At that rate ${rangeInWords(atEnd)} of the ${taken} who are here now would be there at the end.`;
	return [historyInWords(staying), toInvite && inviteInWords(toInvite, size), here, NO_RULE].filter(
		(note) => note !== null,
	);
}

function warningInWords({ warning, taken, size }: Viability): string | null {
	switch (warning) {
		case null:
			return null;
		case 'too-few-to-start':
			return `${formatCount('place', taken)} taken. ${size.min} are needed to start.`;
		case 'below-viable':
			return `${formatCount('person', taken)} still here. Fewer than ${size.viable} do not keep this group going: decide with your programme lead.`;
		case 'likely-below-viable':
			return `This group is likely to fall below ${size.viable}, the number that keeps it going.`;
	}
}

function historyInWords({ cohorts, since, stayed, interval }: Staying): string {
	const who =
		since === 0
			? `${stayed.outOf} people who had a place`
			: `${stayed.outOf} people who were there after session ${since}`;
	const range = formatInterval({ low: interval.lower, high: interval.upper });
	return `Of ${who} in ${formatCount('earlier cohort', cohorts)} of this programme in this area, ${stayed.count} stayed to the end: ${stayed.percent}%, 95% range ${range}.`;
}

function inviteInWords(toInvite: Range, { viable, max }: Viability['size']): string {
	const beyond = toInvite.to === null || toInvite.to > max ? ` The programme takes ${max} at most.` : '';
	return `At that rate ${rangeInWords(toInvite)} places have to be taken for ${viable} people, the number that keeps a group going, to be there at the end.${beyond}`;
}

function rangeInWords({ from, to }: Range): string {
	if (to === null) return `at least ${from}`;
	return from === to ? String(from) : `${from} to ${to}`;
}
