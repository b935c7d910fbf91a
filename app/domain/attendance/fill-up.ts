import type { MarkEntry } from './register.ts';

/**
 * What a mark becomes that was typed or written with less than a register asks for: what it does not say stays as it was,
 * minutes, reason and note, while the mark is the same. Beside another mark nothing of it stands, because old words would
 * then explain a new mark. (§5.5)
 */
export function fillUp(before: MarkEntry, typed: MarkEntry): MarkEntry {
	if (typed.mark === null || typed.mark !== before.mark) return typed;
	return {
		mark: typed.mark,
		minutes: typed.minutes ?? before.minutes,
		reason: typed.reason ?? before.reason,
		note: typed.note ?? before.note,
	};
}
