import type { AppContext } from '#app/context.ts';
import { findSignIn } from '#db/queries/staff.ts';
import { endSignIn } from '#db/stores/staff.ts';
import { audited } from '../audit/audited.ts';

/** Ends the sign-in that this cookie's secret stands for; harmless when it has ended already. */
export function signOut(context: AppContext, secret: string): void {
	const { clock, credentials } = context;
	const tokenHash = credentials.hashSecret(secret);
	audited(context, { actor: null, action: 'signed-out' }, (tx, tell) => {
		const signIn = findSignIn(tx, tokenHash, clock.now());
		if (signIn) tell({ actor: signIn.actor });
		endSignIn(tx, tokenHash, clock.now());
	});
}
