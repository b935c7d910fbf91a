import { z } from 'zod';
import { requiredText, shownVersion } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

/** `80`, `80%` or `80 %`. Whatever else was typed is no whole percentage. */
function percentage(what: string) {
	const sentence = `Enter the percentage from which ${what}, a whole number from 0 to 100`;
	return requiredText(sentence, 10).transform((text, issues) => {
		const typed = /^(\d{1,3})\s*%?$/.exec(text)?.[1];
		const percent = Number(typed);
		if (typed !== undefined && percent <= 100) return percent;
		issues.addIssue({ code: 'custom', message: sentence });
		return z.NEVER;
	});
}

export const bandsForm = z.object({
	version: shownVersion(),
	good: percentage('delivery is good'),
	watch: percentage('delivery is to be watched'),
});

export const SENTENCES: RefusalSentences = {
	'not-a-percentage': ({ limit }) => ({
		field: String(limit),
		sentence: 'Enter a whole number from 0 to 100',
	}),
	'out-of-order': ({ good }) => ({
		field: 'watch',
		sentence: `Enter a percentage below ${good}, where “good” begins`,
	}),
};

export const STALE =
	'Somebody has set the bands of this programme since you opened the page. What they set is listed below: save again if yours are to replace it';
