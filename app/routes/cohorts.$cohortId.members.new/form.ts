import { z } from 'zod';
import { SLOT_NOT_AVAILABLE } from '#app/domain/scheduling/shown-clashes.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { dayInWords } from '#app/domain/shared/in-words.ts';
import { ASKED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { optionalPostcode, optionalText, requiredText } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import type { WhoJoins } from '#app/use-cases/people/person-who-joins.ts';

/** The reference alone names somebody who is known already; with names it is somebody new. */
export const memberForm = z
	.object({
		reference: requiredText('Enter the reference that your team uses on paper, such as CD26/01', 30),
		givenName: optionalText(60),
		familyName: optionalText(60),
		postcode: optionalPostcode(),
	})
	.transform(({ reference, givenName, familyName, postcode }, issues): WhoJoins => {
		if (givenName === null && familyName === null) return { kind: 'known', reference };
		const need = (field: string, what: string) => {
			issues.addIssue({ code: 'custom', path: [field], message: `Enter their ${what} name too` });
			return '';
		};
		return {
			kind: 'new',
			reference,
			givenName: givenName ?? need('givenName', 'given'),
			familyName: familyName ?? need('familyName', 'family'),
			postcode,
		};
	});

export const SENTENCES: RefusalSentences = {
	'cohort-full': ({ places, placesTaken }) => ({
		field: 'form',
		sentence: `All ${places} places are taken (${placesTaken} people). Record an exit first, or choose another cohort`,
	}),
	'joining-closed': ({ lastJoiningSession, nextSession }) => ({
		field: 'form',
		sentence: `Joining closed after session ${lastJoiningSession}, and the next is session ${nextSession}. Choose another cohort`,
	}),
	'nothing-to-join': () => ({ field: 'form', sentence: 'No session of this cohort is to come. Choose another cohort' }),
	'reference-in-use': ({ reference }) => ({
		field: 'reference',
		sentence: `The reference “${reference}” cannot be used for somebody new. If it is theirs, leave both names empty; if not, enter another`,
	}),
	'no-such-person': ({ reference }) => ({
		field: 'reference',
		sentence: `Nobody whom you can see has the reference “${reference}”. Check it, or enter the names of somebody new`,
	}),
	...ASKED_TOO_OFTEN,
	draft: () => ({
		field: 'form',
		sentence: 'This cohort is a draft. Once nothing is in its way and it is opened, people can get a place in it',
	}),
	'elsewhere-then': ({ day, sentence }) => ({
		field: 'reference',
		sentence: `They are not free on ${dayInWords(day as CalendarDay)}: ${sentence}`,
	}),
	'slot-not-available': () => ({ field: 'form', sentence: SLOT_NOT_AVAILABLE }),
	'already-on-programme': () => ({
		field: 'reference',
		sentence: 'This person has a place in this programme already. Record its exit first',
	}),
	'ended-today': () => ({
		field: 'reference',
		sentence: 'This person joined this cohort today and left it again. Undo the exit on the person’s page instead',
	}),
};
