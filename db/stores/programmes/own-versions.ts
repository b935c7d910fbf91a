import { and, eq } from 'drizzle-orm';
import type { SessionPlan } from '#app/domain/programmes/programme.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { ProgrammeVersionId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '../../client.ts';
import { programmeVersions } from '../../schema/index.ts';

type NewDraft = Pick<
	typeof programmeVersions.$inferInsert,
	'id' | 'slug' | 'number' | 'shipped' | 'startedFrom' | 'plans'
>;
type Done = { readonly by: StaffId; readonly at: Instant };
type At = { readonly id: ProgrammeVersionId; readonly version: number };

/** A new draft; the table takes no second one of a programme. */
export function insertVersionDraft(db: Db, draft: NewDraft, { by, at }: Done): void {
	const made = { createdAt: at, createdBy: by, changedAt: at, changedBy: by };
	db.insert(programmeVersions)
		.values({ ...draft, state: 'draft', ...made })
		.run();
}

/** Puts these plans into a draft that stands at this version. Throws when it does not: the use case looked before. */
export function updateVersionPlans(db: Db, at: At, plans: readonly SessionPlan[], done: Done): void {
	changeDraft(db, at, { plans, changedAt: done.at, changedBy: done.by });
}

/** Makes the draft that stands at this version a published one, from a day. Throws as above. */
export function publishVersionDraft(db: Db, at: At, takesEffectOn: CalendarDay, done: Done): void {
	changeDraft(db, at, { state: 'published', takesEffectOn, publishedAt: done.at, publishedBy: done.by });
}

/** Throws the draft that stands at this version away. Throws as above. */
export function deleteVersionDraft(db: Db, at: At): void {
	const { changes } = db.delete(programmeVersions).where(draftAt(at)).run();
	if (changes !== 1) throw new Error('the draft is not as it was read');
}

function changeDraft(db: Db, at: At, change: Partial<typeof programmeVersions.$inferInsert>): void {
	const { changes } = db
		.update(programmeVersions)
		.set({ ...change, version: at.version + 1 })
		.where(draftAt(at))
		.run();
	if (changes !== 1) throw new Error('the draft is not as it was read');
}

function draftAt({ id, version }: At) {
	return and(
		eq(programmeVersions.id, id),
		eq(programmeVersions.version, version),
		eq(programmeVersions.state, 'draft'),
	);
}
