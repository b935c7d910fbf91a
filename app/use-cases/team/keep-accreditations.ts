import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { idsToKeep } from '#app/domain/audit/entry.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { AccreditationId, StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findAccreditation, findFacilitator, listAccreditations } from '#db/queries/team/staff-time.ts';
import { settleNotices } from '#db/stores/notices.ts';
import { deleteAccreditation, insertAccreditation } from '#db/stores/team/staff-time.ts';
import { audited } from '../audit/audited.ts';
import { programmesToAccredit } from './programmes-to-accredit.ts';

export type NewAccreditation = {
	readonly staffId: StaffId;
	readonly programmeSlug: string;
	readonly accreditedOn: CalendarDay;
	readonly expiresOn: CalendarDay | null;
};

/**
 * Records for which programme a facilitator is accredited, and until when. One that is renewed is recorded beside the
 * earlier one. Refused for an end before the start, and for one that is recorded already (§2.10).
 */
export function recordAccreditation(
	context: AppContext,
	actor: StaffActor,
	{ staffId, programmeSlug, accreditedOn, expiresOn }: NewAccreditation,
): Outcome<undefined, 'not-found' | 'unknown-programme' | 'ends-before-start' | 'recorded-already'> {
	const record = ['staff', staffId] as const;
	return audited(context, { actor, action: 'accreditation-recorded', record }, (tx) => {
		if (!findFacilitator(tx, actor, staffId, 'accreditation', 'write')) return refused('not-found');
		const programmes = programmesToAccredit(context.content);
		if (!programmes.some(({ slug }) => slug === programmeSlug)) return refused('unknown-programme');
		if (expiresOn !== null && expiresOn < accreditedOn) return refused('ends-before-start');
		const held = listAccreditations(tx, actor, [staffId], programmes);
		const isSame = held.some((one) => one.programmeSlug === programmeSlug && one.accreditedOn === accreditedOn);
		if (isSame) return refused('recorded-already');
		const now = context.clock.now();
		for (const { id, ...one } of held) {
			if (one.programmeSlug === programmeSlug) settleNotices(tx, EXPIRY_NOTICES, id, now);
		}
		const id = context.ids.next<AccreditationId>();
		const recorded = { recordedBy: actor.staffId, recordedAt: now };
		insertAccreditation(tx, { id, staffId, programmeSlug, accreditedOn, expiresOn, ...recorded });
		return done();
	});
}

const EXPIRY_NOTICES = ['own-accreditation-ends', 'accreditation-ends'] as const;

/** Takes an accreditation out that was recorded by mistake. */
export function removeAccreditation(
	context: AppContext,
	actor: StaffActor,
	{ staffId, accreditationId }: { readonly staffId: StaffId; readonly accreditationId: AccreditationId },
): Outcome<undefined, 'not-found'> {
	const record = ['staff', staffId] as const;
	return audited(context, { actor, action: 'accreditation-removed', record }, (tx, tell) => {
		tell({ details: { accreditation: idsToKeep([accreditationId]) } });
		const mayWrite = findFacilitator(tx, actor, staffId, 'accreditation', 'write') !== null;
		const found = mayWrite && findAccreditation(tx, accreditationId, staffId);
		if (!found) return refused('not-found');
		settleNotices(tx, EXPIRY_NOTICES, found.id, context.clock.now());
		deleteAccreditation(tx, found.id);
		return done();
	});
}
