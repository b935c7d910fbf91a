import { expect, test } from 'vitest';
import { MESSAGE_STATES } from '#app/domain/reminders/message-states.ts';
import { whyNotSent } from '#app/domain/reminders/reason-sentences.ts';
import { afterReport, isNews, TEXT_DELIVERY_STATES } from '#app/domain/reminders/texts/text-delivery.ts';

const after = (state: (typeof MESSAGE_STATES)[number], reported: (typeof TEXT_DELIVERY_STATES)[number]) =>
	afterReport({ state, attempts: 1 }, reported);

test('what arrived is sent, whatever was thought of it since', () => {
	for (const state of MESSAGE_STATES)
		expect(after(state, 'delivered')).toEqual(state === 'sent' ? null : { state: 'sent', reason: null });
});

test.each(['permanent-failure', 'temporary-failure', 'technical-failure'] as const)(
	'a %s is of what left or may have, and of nothing else',
	(reported) => {
		const changed = MESSAGE_STATES.filter((state) => after(state, reported) !== null);
		expect(changed).toEqual(['leased', 'sent', 'unknown']);
		expect(after('sent', reported)).toEqual({ state: 'failed', reason: `text-${reported}` });
		expect(whyNotSent('failed', `text-${reported}`)).toMatch(/^The text left and did not arrive/);
	},
);

test('a report of what was never handed over changes nothing', () => {
	for (const state of MESSAGE_STATES)
		for (const reported of TEXT_DELIVERY_STATES) expect(afterReport({ state, attempts: 0 }, reported)).toBeNull();
});

test('the first report stands, but that it arrived after all is believed', () => {
	for (const reported of TEXT_DELIVERY_STATES) expect(isNews(null, reported)).toBe(true);
	const after = (known: (typeof TEXT_DELIVERY_STATES)[number]) =>
		TEXT_DELIVERY_STATES.filter((reported) => isNews(known, reported));
	expect(after('delivered')).toEqual([]);
	expect(after('permanent-failure')).toEqual(['delivered']);
	expect(after('temporary-failure')).toEqual(['delivered']);
	expect(after('technical-failure')).toEqual(['delivered']);
});
