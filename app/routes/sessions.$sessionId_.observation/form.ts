import { type ItemEntry, OBSERVATION_MODES, type ObservationMode } from '#app/domain/observations/observation.ts';
import type { SentForm } from '#app/http/read-form.ts';

const PREFIX = 'score-';
export const fieldOf = (itemKey: string) => `${PREFIX}${itemKey}`;

/** The choice that takes a score back: radios cannot be cleared. */
export const NO_SCORE = 'none';

export const LONGEST_TEXT = 2000;
const TEXTS = ['strengths', 'nextSteps', 'note'] as const;
export type TextName = (typeof TEXTS)[number];

export type SentObservation = {
	readonly entries: readonly ItemEntry[];
	readonly submits: boolean;
	readonly mode: ObservationMode;
	readonly openedVersion: number;
	readonly texts: Readonly<Record<TextName, string | null>>;
	/** A sentence for each field that cannot be saved as it is. */
	readonly errors: Readonly<Record<string, string>>;
};

/** Reads an observation, whatever the items of its form. Null when it cannot be the form of any observation’s page. */
export function readObservationForm({ values }: SentForm): SentObservation | null {
	const { intent = 'save', version = '', mode = 'live' } = values;
	const isKnown = intent === 'save' || intent === 'submit';
	const observed = OBSERVATION_MODES.find((one) => one === mode);
	if (!isKnown || !observed || typeof version !== 'string' || !/^\d{1,9}$/.test(version)) return null;
	if (TEXTS.some((name) => Array.isArray(values[name]))) return null;
	const texts = TEXTS.map((name) => [name, String(values[name] ?? '').trim() || null] as const);
	const fields = Object.entries(values).filter(([name]) => name.startsWith(PREFIX));
	return {
		entries: fields.map(([name, value]) => ({ itemKey: name.slice(PREFIX.length), score: scoreOf(value) })),
		submits: intent === 'submit',
		mode: observed,
		openedVersion: Number(version),
		texts: Object.fromEntries(texts) as SentObservation['texts'],
		errors: Object.fromEntries(
			texts
				.filter(([, text]) => (text?.length ?? 0) > LONGEST_TEXT)
				.map(([name]) => [name, `Enter at most ${LONGEST_TEXT} characters`]),
		),
	};
}

/** What is no whole number is off every scale. */
function scoreOf(value: string | readonly string[]): number | null {
	if (value === NO_SCORE || value === '') return null;
	return typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : Number.NaN;
}
