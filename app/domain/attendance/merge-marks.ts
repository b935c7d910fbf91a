import { saysTheSame } from './check-mark.ts';
import type { MarkEntry } from './register.ts';

/** `unchanged`: nothing to write. `write`: the choice becomes the mark. `conflict`: a colleague and the chooser disagree. */
export type Merge = 'unchanged' | 'write' | 'conflict';

/**
 * What becomes of one person's choice on a page that may be out of date: `opened` is what the page showed when it was
 * opened, `current` what stands now. A choice that says what stands, or that was never touched, writes nothing, so that a
 * second tap and a colleague's work on other people do no harm; only two different answers about one person conflict (§5.6).
 */
export function mergeMark(opened: MarkEntry, current: MarkEntry, chosen: MarkEntry): Merge {
	if (saysTheSame(chosen, current) || saysTheSame(chosen, opened)) return 'unchanged';
	return saysTheSame(opened, current) ? 'write' : 'conflict';
}
