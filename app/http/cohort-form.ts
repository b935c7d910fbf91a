import { z } from 'zod';
import type { Programme, ProgrammeKey } from '#app/domain/programmes/programme.ts';
import { programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { NATIONS } from '#app/domain/scheduling/meeting-pattern.ts';
import { type AreaId, asId, type RoomId, type StaffId, type VenueId } from '#app/domain/shared/ids.ts';
import { optionalText, requiredText, ticked } from './form-fields.ts';
import type { RefusalSentences } from './refusal.ts';

const PROGRAMME = 'Choose a programme from the list';
const PLACE = 'Choose where it meets';
const PLACES = 'Enter a number of places from 1 to 99';

/** The fields that say what a new cohort is, where it meets and who delivers it. */
export function cohortFields(programmes: readonly Programme[]) {
	return {
		name: requiredText('Enter a name for the cohort, such as “Tuesday group”', 60),
		programme: z.string(PROGRAMME).transform((id, issues) => programmeFrom(programmes, id, issues)),
		areaId: requiredText('Choose an area').transform((id) => asId<AreaId>(id)),
		nation: z
			.enum(['', ...NATIONS], 'Choose a nation from the list')
			.default('')
			.transform((nation) => nation || null),
		place: requiredText(PLACE).transform(placeFrom),
		onlineRoom: optionalText(60),
		leadId: requiredText('Choose a lead facilitator').transform((id) => asId<StaffId>(id)),
		coFacilitatorIds: ticked().transform((ids) => ids.map((id) => asId<StaffId>(id))),
		places: z
			.string(PLACES)
			.trim()
			.regex(/^[1-9]\d?$/, PLACES)
			.transform(Number),
	};
}

/** How a place is named in the form that `cohortFields` reads. */
export function placeValue({ venueId, roomId }: { venueId: VenueId | null; roomId: RoomId | null }): string {
	if (roomId) return `room:${roomId}`;
	return venueId ? `venue:${venueId}` : 'online';
}

export const COHORT_SENTENCES: RefusalSentences = {
	'unknown-area': () => ({ field: 'areaId', sentence: 'Choose an area from the list' }),
	'unknown-place': () => ({
		field: 'place',
		sentence: 'Choose a place from the list. The one that you chose is not there any more',
	}),
	'unknown-facilitator': () => ({
		field: 'leadId',
		sentence: 'Choose the team again. Somebody whom you chose is not available for this cohort',
	}),
	'facilitator-twice': () => ({
		field: 'coFacilitatorIds',
		sentence: 'The lead facilitator is ticked as a co-facilitator too. Untick them here',
	}),
};

type Issues = { addIssue(issue: { code: 'custom'; message: string }): void };

function programmeFrom(programmes: readonly Programme[], id: string, issues: Issues): ProgrammeKey {
	const programme = programmeWithId(programmes, id);
	if (!programme) issues.addIssue({ code: 'custom', message: PROGRAMME });
	const { slug, version, variant } = programme ?? { slug: '', version: '', variant: null };
	return { slug, version, variant };
}

function placeFrom(value: string, issues: Issues): { venueId: VenueId | null; roomId: RoomId | null } {
	const [, kind, id] = /^(venue|room):(.+)$/.exec(value) ?? [];
	if (!kind && value !== 'online') issues.addIssue({ code: 'custom', message: PLACE });
	return {
		venueId: kind === 'venue' ? asId<VenueId>(id!) : null,
		roomId: kind === 'room' ? asId<RoomId>(id!) : null,
	};
}
