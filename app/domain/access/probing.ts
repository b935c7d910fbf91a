import { type Instant, minutesBetween, plusMinutes } from '../shared/instant.ts';

/** So many references that led to nothing are answered within an hour; then an hour’s wait, for this member of staff. */
export const PROBES_ALLOWED = 5;
/** The same for slots that were refused without a reason; planning a term in good faith meets a few. */
export const SLOT_REFUSALS_ALLOWED = 10;
/** The same for changed addresses, numbers and postcodes: those of two new groups may be entered in one evening. */
export const DETAIL_CHANGES_ALLOWED = 40;
/** The same for test mails that somebody sends to themselves. */
export const TEST_MAILS_ALLOWED = 10;
const WINDOW_MINUTES = 60;

export type Probes = { readonly failures: number; readonly windowStartedAt: Instant };

/** Until when somebody who tried too many references (or slots, or contact details) has to wait; null when they may try one. */
export function waitsUntil(probes: Probes | null, now: Instant, allowed = PROBES_ALLOWED): Instant | null {
	if (probes === null || probes.failures < allowed || !isRunning(probes, now)) return null;
	return plusMinutes(probes.windowStartedAt, WINDOW_MINUTES);
}

/** The count after one more that led to nothing. The hour’s wait begins with the last that is answered. */
export function afterFailedProbe(before: Probes | null, now: Instant, allowed = PROBES_ALLOWED): Probes {
	const running = before !== null && isRunning(before, now) ? before : { failures: 0, windowStartedAt: now };
	const failures = running.failures + 1;
	return { failures, windowStartedAt: failures >= allowed ? now : running.windowStartedAt };
}

function isRunning({ windowStartedAt }: Probes, now: Instant): boolean {
	return minutesBetween(windowStartedAt, now) < WINDOW_MINUTES;
}
