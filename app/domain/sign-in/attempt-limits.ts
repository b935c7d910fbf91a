import { type Instant, minutesBetween } from '../shared/instant.ts';

/** What can be guessed at; each is counted for itself. */
export type Guess = 'password' | 'code' | 'recovery-code' | 'link' | 'own-password' | 'report';

/** So many failures are looked at in a window; then everything waits until the window is over. */
export const WINDOW_MINUTES = 15;

type Most = {
	/** Failures for one account; null where no account is named. */
	readonly account: number | null;
	/** Failures from one address, which a whole office may share. */
	readonly address: number;
};

/** A six-figure code with three of a million right is worth 1 in 70,000 for five guesses. Nothing locks for good. */
export const MOST_FAILURES: Readonly<Record<Guess, Most>> = {
	password: { account: 10, address: 60 },
	code: { account: 5, address: 60 },
	'recovery-code': { account: 5, address: 60 },
	link: { account: null, address: 30 },
	'own-password': { account: 5, address: 60 },
	report: { account: null, address: 30 },
};

export type Attempts = { readonly failures: number; readonly windowStartedAt: Instant };

/** The attempts as they stand in the window that runs now: a fresh one once the last is over. */
export function attemptsNow(before: Attempts | null, now: Instant): Attempts {
	const goesOn = before !== null && minutesBetween(before.windowStartedAt, now) < WINDOW_MINUTES;
	return goesOn ? before : { failures: 0, windowStartedAt: now };
}
