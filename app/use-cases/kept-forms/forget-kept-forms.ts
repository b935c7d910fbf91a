import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Id } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { deleteExpiredKeptForms, deleteKeptForm, deleteKeptFormFor } from '#db/stores/sign-in/kept-forms.ts';
import { forgetOldAttempts } from '#db/stores/staff.ts';
import { audited, withoutEntry } from '../audit/audited.ts';

/** Throws away what the actor typed and did not save; harmless when it is gone or never was theirs. */
export function throwAwayForm(context: AppContext, actor: StaffActor, id: Id<'kept-form'>): void {
	audited(context, { actor, action: 'kept-form-thrown-away' }, (tx) => deleteKeptForm(tx, actor.staffId, id));
}

/** Forgets what was kept for this address: it has just been saved. */
export function settleForm(
	context: AppContext,
	actor: StaffActor,
	{ key, path }: { readonly key: string; readonly path: string },
): void {
	const form = { staffId: actor.staffId, keyHash: context.credentials.hashSecret(key), path };
	audited(context, { actor, action: 'kept-form-settled' }, (tx) => deleteKeptFormFor(tx, form));
}

/** Forgets what has run out: forms that nobody came back for, and attempts that count no more. The clock starts it. */
export function forgetWhatRanOut(context: AppContext): void {
	const now = context.clock.now();
	withoutEntry(context, (tx) => {
		deleteExpiredKeptForms(tx, now);
		forgetOldAttempts(tx, plusMinutes(now, -60));
	});
}
