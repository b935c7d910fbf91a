import type { AppContext } from '#app/context.ts';
import { mayUseStep } from '#app/domain/access/second-factor.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findSecondFactor } from '#db/queries/sign-in/second-factors.ts';
import { saveSecondFactor } from '#db/stores/sign-in/second-factors.ts';
import { countAttempt, forgiveAttempt, type Guesser } from '../account/count-attempt.ts';
import { audited } from '../audit/audited.ts';
import { identifyHalfWay } from '../staff/identify-staff.ts';
import { type SignedIn, startSignIn, type Visitor } from '../staff/sign-in.ts';

export type CodeRefusal = 'wrong-code' | 'code-used';

/**
 * Completes a sign-in by the code of an authenticator app: half-way becomes signed in, under a new secret. Each code works
 * once. `replaces` is the half-way sign-in’s own secret.
 */
export function giveCode(
	context: AppContext,
	{ code, ...visitor }: Visitor & { readonly replaces: string | null; readonly code: string },
): Outcome<SignedIn, CodeRefusal | 'not-found' | 'too-many-attempts'> {
	const now = context.clock.now();
	const halfWay = identifyHalfWay(context, visitor.replaces);
	if (halfWay?.waitsFor !== 'code') return refused('not-found');
	const { staffId } = halfWay.actor;
	const guesser: Guesser = { guess: 'code', account: staffId, address: visitor.address };
	const mustWait = countAttempt(context, guesser);
	return audited(context, { actor: { kind: 'staff', staffId }, action: 'second-factor-given' }, (tx) => {
		if (mustWait) return mustWait;
		// Looked at again, because the half-way sign-in may have been used meanwhile.
		if (!identifyHalfWay(context, visitor.replaces)) return refused('not-found');
		const spent = spendCode(context, tx, staffId, code);
		if (!spent.done) return spent;
		forgiveAttempt(context, tx, guesser);
		return done(startSignIn(context, tx, { ...visitor, staffId, now, bySecondFactor: true }));
	});
}

/** Uses up the step of a right code; refused for a wrong one and for one that was used. Inside a transaction. */
export function spendCode(
	{ clock, config, oneTimeCodes }: AppContext,
	tx: Db,
	staffId: StaffId,
	code: string,
): Outcome<undefined, CodeRefusal> {
	const factor = findSecondFactor(tx, staffId);
	const step = factor?.secret ? oneTimeCodes.stepOf(factor.secret, code, clock.now()) : null;
	if (!factor || step === null) return refused('wrong-code');
	if (!mayUseStep(step, factor.lastStep, config.fixedNow !== null)) return refused('code-used');
	saveSecondFactor(tx, staffId, { lastStep: step });
	return done();
}
