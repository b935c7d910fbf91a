import type { Reason } from '../../attendance/marks.ts';

const KINDS: readonly (readonly [RegExp, Reason])[] = [
	[/^(not given|)$/, 'not-given'],
	[/\b(sick|ill|illness|unwell|poorly|covid|flu|hospital|migraine)\b/, 'illness'],
	[/\b(work|working|shifts?|overtime|job)\b/, 'work'],
	[/\b(child ?care|caring|carer|kids?|school)\b/, 'caring'],
	[/\b(court|hearing)\b/, 'court'],
	[/\b(bus|train|car|traffic|travel|transport|snow)\b/, 'travel'],
	[/\b(hols?|holiday|away|leave)\b/, 'holiday'],
	[/\b(appt|appointment|doctor|gp|dentist|solicitor|probation|meeting)\b/, 'appointment'],
];

/** The reason of our own list that is nearest to a team's word; `other` keeps the word beside it. */
export function reasonKindOf(words: string): Reason {
	const plain = words.trim().toLowerCase();
	return KINDS.find(([pattern]) => pattern.test(plain))?.[1] ?? 'other';
}
