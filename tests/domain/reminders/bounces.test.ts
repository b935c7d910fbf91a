import { expect, test } from 'vitest';
import {
	afterBounce,
	CAME_BACK_SENTENCES,
	isFailing,
	kindOfBounce,
	parseCameBack,
} from '#app/domain/reminders/bounces.ts';
import { MESSAGE_STATES } from '#app/domain/reminders/message-states.ts';

test.each([
	['failed', '5.1.1', 'for-good'],
	['failed', '5.7.26', 'for-good'],
	['failed', '4.4.7', 'for-now'],
	['failed', '5.123.1', 'for-good'],
	['failed', '5.1234.1', null],
	['failed', '2.0.0', null],
	['failed', '', null],
	['failed', '5', null],
	['failed', '5.1', null],
	['failed', '5.1.1.1', null],
	['failed', '55.1.1', null],
	['failed', 'x5.1.1', null],
	['failed', '5.1.1234', null],
	// The server still tries, has brought it, or sent it on.
	['delayed', '4.4.1', null],
	['delivered', '5.1.1', null],
	['relayed', '5.1.1', null],
	['expanded', '5.1.1', null],
	['', '5.1.1', null],
])('action “%s” with status “%s”: %s', (action, status, kind) => {
	expect(kindOfBounce({ action, status })).toBe(kind);
});

const came = (...backs: boolean[]) => backs.map((cameBack) => ({ cameBack }));

test('one that came back for good is enough; for now it takes the latest three', () => {
	expect(isFailing('for-good', came(true))).toBe(true);
	expect(isFailing('for-now', came(true))).toBe(false);
	expect(isFailing('for-now', came(true, true))).toBe(false);
	expect(isFailing('for-now', came(true, true, true))).toBe(true);
	expect(isFailing('for-now', came(true, false, true))).toBe(false);
	expect(isFailing('for-now', came(true, true, true, false))).toBe(true);
});

test('only what has left can come back', () => {
	const changed = MESSAGE_STATES.filter((state) => afterBounce({ state }, 'for-good') !== null);
	expect(changed).toEqual(['leased', 'sent', 'unknown']);
	expect(afterBounce({ state: 'sent' }, 'for-now')).toEqual({ state: 'failed', reason: 'came-back-for-now' });
});

test('each reason is read again from what is kept, and nothing else is', () => {
	for (const reason of Object.keys(CAME_BACK_SENTENCES)) expect(parseCameBack(reason)).toBe(reason);
	for (const other of [null, '', 'toString', 'came-back']) expect(parseCameBack(other)).toBeNull();
});
