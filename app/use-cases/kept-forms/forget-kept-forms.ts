import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Id } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { inTransaction } from '#db/client.ts';
import { deleteExpiredKeptForms, deleteKeptForm, deleteKeptFormFor } from '#db/stores/sign-in/kept-forms.ts';
import { forgetOldAttempts } from '#db/stores/staff.ts';

/** Throws away what the actor typed and did not save; harmless when it is gone or never was theirs. */
export function throwAwayForm({ db }: AppContext, { staffId }: StaffActor, id: Id<'kept-form'>): void {
	inTransaction(db, (tx) => deleteKeptForm(tx, staffId, id));
}

/** Forgets what was kept for this address: it has just been saved. */
export function settleForm(
	{ db, credentials }: AppContext,
	{ staffId }: StaffActor,
	{ key, path }: { readonly key: string; readonly path: string },
): void {
	inTransaction(db, (tx) => deleteKeptFormFor(tx, { staffId, keyHash: credentials.hashSecret(key), path }));
}

/** Forgets what has run out: forms that nobody came back for, and attempts that count no more. The clock starts it. */
export function forgetWhatRanOut({ db, clock }: AppContext): void {
	const now = clock.now();
	inTransaction(db, (tx) => {
		deleteExpiredKeptForms(tx, now);
		forgetOldAttempts(tx, plusMinutes(now, -60));
	});
}
