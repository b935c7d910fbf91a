import type { Role, StaffActor } from '#app/domain/access/actor.ts';
import { plusSeconds } from '#app/domain/shared/instant.ts';
import { createCredentials } from '#app/sign-in/credentials.ts';
import { confirmSecondFactor } from '#app/use-cases/second-factor/confirm-second-factor.ts';
import { prepareSecondFactor } from '#app/use-cases/second-factor/prepare-second-factor.ts';
import { signIn } from '#app/use-cases/staff/sign-in.ts';
import { findSecondFactor } from '#db/queries/sign-in/second-factors.ts';
import { findOwnAccount } from '#db/queries/staff.ts';
import { updateStaff } from '#db/stores/staff.ts';
import type { TestContext } from './context.ts';
import { givenStaff } from './world.ts';

/** The password of every account that has one. */
export const PASSWORD = 'slow river under the bridge';
const passwordHash = createCredentials().hashPassword(PASSWORD);

/** A member of staff who can sign in with `PASSWORD`. */
export async function givenAccount(
	context: TestContext,
	{ name = 'Sam Okafor', roles = ['facilitator'] }: { name?: string; roles?: readonly Role[] } = {},
): Promise<StaffActor & { readonly email: string }> {
	const actor = givenStaff(context, { name, roles });
	const { email, version } = findOwnAccount(context.db, actor.staffId);
	updateStaff(context.db, actor.staffId, version, { passwordHash: await passwordHash });
	return { ...actor, email };
}

/** The account’s second factor, set up and confirmed, and what its owner then holds. */
export function givenSecondFactor(context: TestContext, actor: StaffActor) {
	prepareSecondFactor(context, actor);
	const { pendingSecret } = findSecondFactor(context.db, actor.staffId)!;
	const code = context.oneTimeCodes.codeAt(pendingSecret!, context.clock.now());
	const outcome = confirmSecondFactor(context, actor, { code });
	if (!outcome.done) throw new Error(outcome.code);
	later(context, 60);
	return { secret: pendingSecret!, recoveryCodes: outcome.value.recoveryCodes };
}

/** The code that the phone shows now, or so many steps later. */
export function phoneCode(context: TestContext, { secret }: { secret: string }, stepsLater = 0): string {
	return context.oneTimeCodes.codeAt(secret, context.clock.now(), stepsLater);
}

/** Some seconds pass. */
export function later(context: TestContext, seconds: number): void {
	context.setNow(plusSeconds(context.clock.now(), seconds));
}

/** Signs in with the password; the sign-in may still wait for its second factor. */
export async function signedInBy(context: TestContext, { email }: { email: string }) {
	const outcome = await signIn(context, { email, password: PASSWORD });
	if (!outcome.done) throw new Error(outcome.code);
	return outcome.value;
}
