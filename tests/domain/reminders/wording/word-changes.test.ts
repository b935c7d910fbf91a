import { expect, test } from 'vitest';
import { type Stretch, wordChanges } from '#app/domain/reminders/wording/word-changes.ts';

/** What is only here stands in brackets. */
const shown = (stretches: readonly Stretch[]) =>
	stretches.map(({ text, isOnlyHere }) => (isOnlyHere ? `[${text}]` : text)).join('');
const changes = (before: string, after: string) => {
	const both = wordChanges(before, after);
	return [shown(both.before), shown(both.after)];
};

test.each([
	['the same', 'See you on {{day}}.', 'See you on {{day}}.', 'See you on {{day}}.', 'See you on {{day}}.'],
	['a word for another', 'See you soon.', 'See you then.', 'See you [soon.]', 'See you [then.]'],
	['a word more', 'See you.', 'We see you.', '[See] you.', '[We] [see ]you.'],
	['a word put before', 'x b c', 'a x b c', 'x b c', '[a ]x b c'],
	['a space more', 'a  b', 'a b', 'a[  ]b', 'a[ ]b'],
	['words in the middle', 'a b c d', 'a x y d', 'a [b] [c] d', 'a [x] [y] d'],
	['nothing before', '', 'All new', '', '[All new]'],
	['nothing after', 'All gone', '', '[All gone]', ''],
	['nothing in common', 'one', 'two', '[one]', '[two]'],
	['a line break', 'a b', 'a\n\nb', 'a[ ]b', 'a[\n\n]b'],
	['words that change places', 'a b', 'b a', '[a ]b', 'b[ a]'],
])('%s', (_, before, after, wasShown, isShown) => {
	expect(changes(before, after)).toEqual([wasShown, isShown]);
});

test('what stays and what does not are stretches that follow one another', () => {
	expect(wordChanges('a b', 'a c')).toEqual({
		before: [
			{ text: 'a ', isOnlyHere: false },
			{ text: 'b', isOnlyHere: true },
		],
		after: [
			{ text: 'a ', isOnlyHere: false },
			{ text: 'c', isOnlyHere: true },
		],
	});
});

test('each text is whole, whatever the other is', () => {
	const texts = ['a b a b a', 'b a b', '  a\n', 'a', 'a a a b c', ''];
	const whole = (stretches: readonly Stretch[]) => stretches.map(({ text }) => text).join('');
	for (const before of texts)
		for (const after of texts) {
			const both = wordChanges(before, after);
			expect([whole(both.before), whole(both.after)]).toEqual([before, after]);
			const same = (stretches: readonly Stretch[]) => whole(stretches.filter(({ isOnlyHere }) => !isOnlyHere));
			expect(same(both.before)).toBe(same(both.after));
		}
});
