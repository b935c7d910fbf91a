import type { AppContext } from '#app/context.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { TypedFields } from '#app/domain/sign-in/kept-form.ts';
import { listKeptForms } from '#db/queries/sign-in/kept-forms.ts';

/** What this person typed in this browser and has not saved; nothing without the key that the browser holds. */
export function readKeptForms({ db, clock, credentials }: AppContext, staffId: StaffId, key: string | null) {
	if (key === null) return [];
	const rows = listKeptForms(db, { staffId, keyHash: credentials.hashSecret(key), now: clock.now() });
	return rows.flatMap(({ id, path, pageName, sealed, createdAt }) => {
		const opened = credentials.unseal(sealed, key);
		return opened === null ? [] : [{ id, path, pageName, createdAt, fields: JSON.parse(opened) as TypedFields }];
	});
}
