import { z } from 'zod';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { dayInWords, listInWords } from '#app/domain/shared/in-words.ts';
import { ASKED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { oneOfCodes, requiredText, ticked, typedDay, withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

const staffId = (id: string) => asId<StaffId>(id);

/** Whoever leads is not counted twice when they are ticked as well. */
export const teamForm = withDays(
	['from'],
	z
		.object({
			leadId: requiredText('Choose who leads').transform(staffId),
			coFacilitatorIds: ticked().transform((ids) => ids.map(staffId)),
			from: typedDay({ missing: 'Enter the first day of the new team' }),
			shown: z.string('Open the page again and make your change there').max(2000),
			covers: oneOfCodes(['keep', 'end'], 'Say what becomes of the cover').optional(),
		})
		.transform(({ leadId, coFacilitatorIds, covers, ...rest }) => ({
			...rest,
			covers: covers ?? null,
			team: [
				{ staffId: leadId, duty: 'lead-facilitator' as const },
				...coFacilitatorIds
					.filter((id) => id !== leadId)
					.map((id) => ({ staffId: id, duty: 'co-facilitator' as const })),
			],
		})),
);

type Cover = { readonly covering: string; readonly absent: string; readonly day: CalendarDay };

export const SENTENCES: RefusalSentences = {
	'cohort-over': () => ({ field: 'form', sentence: 'This cohort is over, so its team stays as it was', status: 409 }),
	'in-the-past': () => ({
		field: 'from',
		sentence: 'Enter today or a later day: what has been delivered stays as it was',
	}),
	'after-the-end': () => ({ field: 'from', sentence: 'Enter a day up to that of the last session' }),
	...ASKED_TOO_OFTEN,
	'changed-meanwhile': () => ({
		field: 'form',
		sentence: 'Somebody changed this team while you had it open. Open the page again and make your change there',
		status: 409,
	}),
	unchanged: () => ({ field: 'form', sentence: 'Nothing is different from the team as it is' }),
	'unknown-facilitator': () => ({ field: 'coFacilitatorIds', sentence: 'Choose facilitators from the list' }),
	busy: ({ name, with: cohort, day }) => ({
		field: 'coFacilitatorIds',
		sentence: `${name} is with ${cohort} at that time on ${dayInWords(day as CalendarDay)}. Choose somebody else, or ask for cover of that session first`,
	}),
	'not-available': ({ name }) => ({
		field: 'coFacilitatorIds',
		sentence: `${name} is not available for this cohort. Choose somebody else`,
	}),
	'nobody-accredited': ({ day, isCatchUp }) => ({
		field: 'coFacilitatorIds',
		sentence: isCatchUp
			? catchUpInWords(day as CalendarDay)
			: `Nobody on the new team is accredited for this programme on ${dayInWords(day as CalendarDay)}. Choose somebody who is, or have the accreditation recorded first`,
	}),
	'covers-in-the-way': ({ covers }) => ({ field: 'covers', sentence: coversInWords(covers as readonly Cover[]) }),
};

function catchUpInWords(day: CalendarDay): string {
	return `Nobody who is accredited for this programme would be left for the catch-up on ${dayInWords(day)}. Ask for cover of it, or cancel it, first`;
}

function coversInWords(covers: readonly Cover[]): string {
	const each = covers.map(({ covering, absent, day }) => `${covering} for ${absent} on ${dayInWords(day)}`);
	return `Somebody who leaves has cover: ${listInWords(each)}. Say what becomes of it`;
}
