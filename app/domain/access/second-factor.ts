import { type Instant, minutesBetween } from '../shared/instant.ts';

/** The roles that see most or can change who sees it: a password alone never lets them in. */
const MUST_HAVE: readonly string[] = ['lead', 'administrator', 'partner-support'];

/** Whether somebody with these roles must prove themselves by a second factor; everybody else may. */
export function needsSecondFactor(roles: readonly string[]): boolean {
	return roles.some((role) => MUST_HAVE.includes(role));
}

/** What a sign-in still lacks: the code of the second factor, or the factor itself, which has to be set up first. */
export type Outstanding = 'code' | 'set-up';

type Proof = {
	readonly roles: readonly string[];
	/** Whether its owner has a second factor of ours that was confirmed. */
	readonly hasSecondFactor: boolean;
	/** When this sign-in was proved by a second factor; null when it was not. */
	readonly secondFactorAt: Instant | null;
};

/**
 * What is outstanding before a sign-in counts; null when nothing is. Asked at every request, so that somebody who is made
 * a lead in the middle of a day sets up a second factor at their next page.
 */
export function outstandingProof({ roles, hasSecondFactor, secondFactorAt }: Proof): Outstanding | null {
	if (secondFactorAt !== null) return null;
	if (hasSecondFactor) return 'code';
	return needsSecondFactor(roles) ? 'set-up' : null;
}

/**
 * Whether the code of this step may be used: each step once, and none before one that was used. While the clock stands
 * still, which only the demonstration and the tests can make it do, there is no next step, and so a step may come again.
 */
export function mayUseStep(step: number, lastStep: number | null, clockStands: boolean): boolean {
	return clockStands || lastStep === null || step > lastStep;
}

/** Long enough to find the phone and install an app; short, because whoever sees the picture meanwhile could scan it too. */
const PENDING_MINUTES = 15;

/** Whether a second factor that is being set up may still be confirmed, or begins anew with another secret. */
export function isStillPending(pendingSince: Instant | null, now: Instant): boolean {
	return pendingSince !== null && minutesBetween(pendingSince, now) < PENDING_MINUTES;
}
