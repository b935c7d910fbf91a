import { z } from 'zod';
import type { ClockTime } from '#app/domain/shared/clock-time.ts';
import { requiredText, shownVersion } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import { typedClockTime } from '#app/http/schedule/move-form.ts';
import { formatCount, formatTimeSpan } from '#app/ui/format.ts';

export const earlierEndForm = z.object({
	endTime: typedClockTime('Enter when it ended, such as 8pm'),
	why: requiredText('Enter why it ended early', 200),
	version: shownVersion(),
});

export const SENTENCES: RefusalSentences = {
	'has-not-started': () => ({ field: 'form', sentence: 'This session has not begun. Change its date or time instead' }),
	'cancelled-already': () => ({
		field: 'form',
		sentence: 'It is recorded that this session did not go ahead, so it did not end early',
		status: 409,
	}),
	'ends-at-start': () => ({ field: 'endTime', sentence: 'Enter an end time after the start' }),
	'longer-than-planned': ({ startTime, planned }) => ({
		field: 'endTime',
		sentence: `It was planned for ${formatTimeSpan(startTime as ClockTime, Number(planned))}. Enter an end within that time: a session is never made longer afterwards`,
	}),
	'end-not-come': () => ({ field: 'endTime', sentence: 'That time has not come yet. Enter when it ended' }),
	'nothing-changed': () => ({ field: 'endTime', sentence: 'That is when it ends already. Enter an earlier time' }),
	'marks-longer': ({ count }) => ({
		field: 'form',
		sentence: `The register has ${formatCount('person', Number(count))} who came late or left early by more minutes than that. Correct the register first`,
		status: 409,
	}),
	'too-late-to-correct': () => ({
		field: 'form',
		sentence: 'More than 7 days have passed since this session. Ask your coordinator to record it',
	}),
	'changed-meanwhile': () => ({
		field: 'form',
		sentence: 'Somebody changed this session while your page was open. Open it again and check what it says now',
		status: 409,
	}),
};
