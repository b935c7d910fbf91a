import { type Asks, ENGAGEMENT_LEVELS } from './asks.ts';
import type { ProgrammeFault } from './programme-fault.ts';

/** Words for a level stand in a button: longer ones are no longer read at a glance. */
const LONGEST_LEVEL = 40;

/** Engagement has just as many levels as everywhere, each in few words of its own (§7.4). */
export function checkAsks({ engagement }: Asks): readonly ProgrammeFault[] {
	if (engagement === null) return [];
	const many = ENGAGEMENT_LEVELS.length;
	if (engagement.length !== many) {
		const sentence = `Engagement has ${engagement.length} levels: word ${many}, from the least to the most.`;
		return [{ path: ['asks', 'engagement'], sentence }];
	}
	return engagement.flatMap((words, at) => {
		const path = ['asks', 'engagement', at];
		if (engagement.indexOf(words) < at)
			return [{ path, sentence: `“${words}” stands for two levels: word each apart.` }];
		if (words.length <= LONGEST_LEVEL) return [];
		return [{ path, sentence: `“${words}” is longer than ${LONGEST_LEVEL} characters: say it shorter.` }];
	});
}
