import { z } from 'zod';
import { RELATIONSHIPS, type Relationship } from '#app/domain/people/family.ts';
import { oneOfCodes, optionalText, shownVersion } from '#app/http/form-fields.ts';
import { NO_SUCH_PERSON, namedPersonFields } from '#app/http/person-form.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import type { WhoBelongs } from '#app/use-cases/families/add-family-member.ts';

type Read = { readonly version: number; readonly relationship: Relationship; readonly who: WhoBelongs };

/** Side and reference alone name somebody who is known; with names it is somebody new of the survivor side. */
export const memberForm = z
	.object({
		version: shownVersion(),
		...namedPersonFields,
		relationship: oneOfCodes(RELATIONSHIPS, 'Choose how they belong to the family'),
		givenName: optionalText(60),
		familyName: optionalText(60),
	})
	.transform(({ version, relationship, side, reference, givenName, familyName }, issues): Read => {
		if (givenName === null && familyName === null) {
			return { version, relationship, who: { kind: 'known', side, reference } };
		}
		const fault = (field: string, message: string) => issues.addIssue({ code: 'custom', path: [field], message });
		if (givenName === null) fault('givenName', 'Enter their given name too');
		if (familyName === null) fault('familyName', 'Enter their family name too');
		if (side === 'perpetrator') {
			fault(
				'side',
				'Leave both names empty. Somebody new on the perpetrator side is added on the page of their cohort',
			);
		}
		const who = { kind: 'new', reference, givenName: givenName ?? '', familyName: familyName ?? '' } as const;
		return { version, relationship, who };
	});

export const SENTENCES: RefusalSentences = {
	...NO_SUCH_PERSON,
	'reference-in-use': ({ reference }) => ({
		field: 'reference',
		sentence: `The reference “${reference}” cannot be used for somebody new. If it is theirs, leave both names empty; if not, enter another`,
	}),
	'may-not-add-new': () => ({
		field: 'form',
		sentence: 'Leave both names empty: somebody new is added by a partner-support worker',
	}),
	'member-already': () => ({ field: 'reference', sentence: 'This person belongs to the family already' }),
};
