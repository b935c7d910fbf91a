import type { AppContext } from '#app/context.ts';
import { endSignIn } from '#db/stores/staff.ts';

/** Ends the sign-in that this cookie's secret stands for; harmless when it has ended already. */
export function signOut({ db, clock, credentials }: AppContext, secret: string): void {
	endSignIn(db, credentials.hashSecret(secret), clock.now());
}
