import { expect, test } from 'vitest';
import { checkAgreedNote } from '#app/domain/debrief/agreed-note.ts';
import { sessionTimeAt } from '#app/domain/scheduling/session-time.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { instant } from '#app/domain/shared/instant.ts';

const [sam, kim, lead] = ['sam', 'kim', 'lead'].map((id) => asId<StaffId>(id)) as [StaffId, StaffId, StaffId];
const held = { state: 'held', time: sessionTimeAt(calendarDay('2026-01-13'), clockTime('18:30'), 120)! } as const;
const after = instant('2026-01-13T20:41:00Z');
const check = (authors: readonly StaffId[], writer = sam, session: Parameters<typeof checkAgreedNote>[0] = held) =>
	checkAgreedNote(session, authors, writer, after);

test('who wrote one of two logs may write what is agreed of them, and nobody else', () => {
	expect(check([sam, kim])).toMatchObject({ done: true });
	expect(check([sam, kim], kim)).toMatchObject({ done: true });
	expect(check([sam, kim], lead)).toMatchObject({ code: 'wrote-no-log' });
});

test('one log, however often it was corrected, has nothing to agree with', () => {
	expect(check([sam])).toMatchObject({ code: 'fewer-than-two-logs' });
	expect(check([sam, sam])).toMatchObject({ code: 'fewer-than-two-logs' });
	expect(check([])).toMatchObject({ code: 'fewer-than-two-logs' });
});

test('of a cancelled session nothing is agreed, and before the start nothing yet', () => {
	expect(check([sam, kim], sam, { ...held, state: 'cancelled' })).toMatchObject({ code: 'session-cancelled' });
	expect(checkAgreedNote(held, [sam, kim], sam, instant('2026-01-13T18:00:00Z'))).toMatchObject({
		code: 'session-not-started',
	});
});
