import type { AppContext } from '#app/context.ts';
import type { Id } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import {
	fieldsToKeep,
	KEEPS_FOR_DAYS,
	KEPT_HOURS,
	MOST_KEPT,
	mayBeKept,
	type TypedFields,
} from '#app/domain/sign-in/kept-form.ts';
import { findLapsedSignIn } from '#db/queries/sign-in/sign-ins.ts';
import { deleteExpiredKeptForms, saveKeptForm } from '#db/stores/sign-in/kept-forms.ts';
import { audited } from '../audit/audited.ts';

type Sent = {
	/** The secret in the cookie, whose sign-in has run out. */
	readonly secret: string;
	/** The key that the browser holds already for what was kept before; null for none. */
	readonly key: string | null;
	readonly path: string;
	/** What the page is called; never whom it is about. */
	readonly pageName: string;
	readonly fields: TypedFields;
};

/**
 * Keeps what somebody typed when their sign-in ran out under their hands, for twelve hours: closed with a key that goes
 * into the browser and is not kept here, and for its owner alone. The answer is that key. Nothing is kept for a sign-in
 * that was ended, by whomever.
 */
export function keepForm(
	context: AppContext,
	{ secret, key: before, path, pageName, fields }: Sent,
): Outcome<{ readonly key: string }, 'nobody' | 'not-kept-here' | 'too-large'> {
	const { clock, ids, credentials } = context;
	const now = clock.now();
	const kept = fieldsToKeep(fields);
	return audited(context, { actor: null, action: 'form-kept' }, (tx, tell) => {
		const since = plusMinutes(now, -KEEPS_FOR_DAYS * 24 * 60);
		const owner = findLapsedSignIn(tx, credentials.hashSecret(secret), since);
		if (!owner) return refused('nobody');
		tell({ actor: { kind: 'staff', staffId: owner.staffId } });
		if (!mayBeKept(path)) return refused('not-kept-here');
		if (!kept) return refused('too-large');
		const key = before ?? credentials.newSecret();
		deleteExpiredKeptForms(tx, now);
		const row = {
			id: ids.next<Id<'kept-form'>>(),
			staffId: owner.staffId,
			keyHash: credentials.hashSecret(key),
			path,
			pageName,
			sealed: credentials.seal(JSON.stringify(kept), key),
			createdAt: now,
			expiresAt: plusMinutes(now, KEPT_HOURS * 60),
		};
		saveKeptForm(tx, row, MOST_KEPT);
		return done({ key });
	});
}
