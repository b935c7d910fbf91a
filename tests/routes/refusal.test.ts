import { expect, test } from 'vitest';
import { refused } from '#app/domain/shared/outcome.ts';
import { answerRefusal } from '#app/http/refusal.ts';

test('a refusal that has no sentence says which, and nothing that was typed', () => {
	const refusal = refused('unheard-of', { reference: 'CD26/01', email: 'noor@example.org' });
	const answer = () => answerRefusal(refusal, { values: {}, errors: {} }, {});
	expect(answer).toThrow('unheard-of');
	expect(answer).not.toThrow(/CD26|noor/);
});
