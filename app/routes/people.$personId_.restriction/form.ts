import { z } from 'zod';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { ticked } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import type { FormState } from '#app/ui/form-state.ts';
import type { Restriction } from '#db/queries/access/restrictions.ts';

const OPEN_AGAIN = 'Open the page again and make your change there';

/** The version of the list that the page showed; empty while there was no restriction. */
const listVersion = z
	.string(OPEN_AGAIN)
	.regex(/^\d{0,9}$/, OPEN_AGAIN)
	.transform((text) => (text === '' ? null : Number(text)));

export const restrictionForm = z.object({
	version: listVersion,
	readers: ticked().transform((ids) => ids.map((id) => asId<StaffId>(id))),
});
export const liftingForm = z.object({ version: listVersion });

export const SENTENCES: RefusalSentences = {
	'unknown-reader': () => ({
		field: 'readers',
		sentence: 'Choose from the list. Somebody whom you chose is not active any more',
	}),
	'no-reader': () => ({ field: 'readers', sentence: 'Choose at least one person, or lift the restriction' }),
};

/** The form as it stands before anybody chooses. */
export function formOf({ version, readers }: Restriction): FormState {
	return { values: { version: String(version ?? ''), readers: readers.map(({ id }) => id) }, errors: {} };
}

/** What was chosen on a page that is older than the list: saving once more is then a decision. */
export function staleForm({ values }: FormState, { version, readers }: Restriction): FormState {
	const now =
		version === null
			? 'There is no restriction now'
			: `Their readers now: ${readers.map(({ name }) => name).join(', ')}`;
	const sentence = `Somebody changed this while you had it open. ${now}. What you chose is below. Save again to put it in its place`;
	return { values: { ...values, version: String(version ?? '') }, errors: { form: sentence } };
}
