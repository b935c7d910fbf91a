import { done, type Outcome, type Refused, refused } from '../shared/outcome.ts';

/** One subject: at risk after `entry` up to and with `exit`, where the event happened or the watching ended. */
export type Observation = {
	readonly entry: number;
	readonly exit: number;
	readonly event: boolean;
	readonly group: string;
};

/** At risk of an event at this time: entered before it, and not gone before it (facts/evaluation §3). */
export function isAtRisk(observation: Pick<Observation, 'entry' | 'exit'>, time: number): boolean {
	return observation.entry < time && time <= observation.exit;
}

/**
 * Reads `{ "observations": [{ "entry", "exit", "event", "group" }, …] }`, or the list alone, from parsed JSON. Entry is 0
 * and group `all` when absent. Refused with the index (from 0) and the field that cannot be used: a time that is no
 * number from 0 up, an exit not after its entry, an event that is not true or false, a group that is not text.
 */
export function readObservations(
	json: unknown,
): Outcome<readonly Observation[], 'no-observations' | 'observation-unreadable'> {
	const list = isRecord(json) ? json.observations : json;
	if (!Array.isArray(list) || list.length === 0) return refused('no-observations');
	const observations: Observation[] = [];
	for (const [index, item] of list.entries()) {
		const read = readObservation(item, index);
		if (!read.done) return read;
		observations.push(read.value);
	}
	return done(observations);
}

/** What is wrong with the observations, in a sentence that names the place; people count from 1. */
export function sentenceForObservations(refusal: Refused<'no-observations' | 'observation-unreadable'>): string {
	if (refusal.code === 'no-observations') {
		return 'There are no observations. Give a list such as [{ "entry": 0, "exit": 17, "event": false, "group": "A" }].';
	}
	const { index, field, wanted } = refusal.details;
	return `Observation ${Number(index) + 1}: ${field} must be ${wanted}.`;
}

function readObservation(item: unknown, index: number): Outcome<Observation, 'observation-unreadable'> {
	const wrong = (field: string, wanted: string) => refused('observation-unreadable', { index, field, wanted });
	if (!isRecord(item)) return wrong('the whole entry', 'an object with exit and event');
	const { entry = 0, exit, event, group = 'all' } = item;
	if (!isTime(entry)) return wrong('entry', 'a number, 0 or more');
	if (!isTime(exit)) return wrong('exit', 'a number, 0 or more');
	if (exit <= entry) return wrong('exit', `after entry (${entry}), not ${exit}`);
	if (typeof event !== 'boolean') return wrong('event', 'true or false');
	if (typeof group !== 'string' || group === '') return wrong('group', 'text');
	return done({ entry, exit, event, group });
}

function isTime(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
