import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayUseStep } from '#app/domain/access/second-factor.ts';
import { findSecondFactor } from '#db/queries/sign-in/second-factors.ts';

/**
 * In the demonstration only: the code that an authenticator app would show for this account, or a later one that is
 * accepted already when that was used, so that a newcomer gets in without a phone. “Wait” when the next is not due yet.
 * Null in every other mode, whatever else holds.
 */
export function showDemonstrationCode(context: AppContext, { staffId }: StaffActor): string | 'wait' | null {
	const { config, db, clock, oneTimeCodes } = context;
	if (config.mode !== 'demo') return null;
	const factor = findSecondFactor(db, staffId);
	if (!factor?.secret) return null;
	const step = oneTimeCodes.stepAt(clock.now());
	const later = [0, 1].find((more) => mayUseStep(step + more, factor.lastStep, config.fixedNow !== null));
	return later === undefined ? 'wait' : oneTimeCodes.codeAt(factor.secret, clock.now(), later);
}
