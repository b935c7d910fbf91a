import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listSignIns } from '#db/queries/sign-in/sign-ins.ts';
import { endOtherSignIns, endSignIn } from '#db/stores/staff.ts';
import { audited } from '../audit/audited.ts';

type Which = {
	/** The handle of one, or all but this browser’s. */
	readonly which: string | 'others';
	/** The secret in this browser’s cookie. */
	readonly secret: string | null;
};

/** Ends one of one’s own sign-ins, or all the others; what was typed there and not saved is not kept. */
export function endOwnSignIns(
	context: AppContext,
	actor: StaffActor,
	{ which, secret }: Which,
): Outcome<undefined, 'not-found'> {
	const { clock, credentials } = context;
	const { staffId } = actor;
	const now = clock.now();
	return audited(context, { actor, action: 'own-sign-ins-ended' }, (tx) => {
		if (which === 'others') {
			endOtherSignIns(tx, staffId, credentials.hashSecret(secret ?? ''), now);
			return done();
		}
		const found = listSignIns(tx, staffId, now).find(({ tokenHash }) => credentials.hashSecret(tokenHash) === which);
		if (!found) return refused('not-found');
		endSignIn(tx, found.tokenHash, now);
		return done();
	});
}
