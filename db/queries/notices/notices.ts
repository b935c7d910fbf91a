import { and, asc, count, desc, eq, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import type { StaffNoticeId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { type Db, prepareOnce } from '../../client.ts';
import { staff, staffNotices } from '../../schema/index.ts';
import { hasLapsed, lapseAt } from '../messages/has-lapsed.ts';

/** Nobody reads further back than this: what was read long ago is of no more use. */
const MOST_SHOWN = 50;

/** The actor's own notices, the unread ones first, then the newest; none for who gets none. */
export function listNotices(db: Db, actor: StaffActor) {
	if (!mayAtAll(actor, 'read', 'notice')) return [];
	return db
		.select({
			id: staffNotices.id,
			kind: staffNotices.kind,
			aboutId: staffNotices.aboutId,
			createdAt: staffNotices.createdAt,
			readAt: staffNotices.readAt,
		})
		.from(staffNotices)
		.where(eq(staffNotices.staffId, actor.staffId))
		.orderBy(sql`${staffNotices.readAt} is not null`, desc(staffNotices.createdAt), desc(staffNotices.id))
		.limit(MOST_SHOWN)
		.all();
}

/** How many notices the actor has not read: asked with every page of who may get any, and of nobody else. */
export function countUnreadNotices(db: Db, actor: StaffActor): number {
	if (!mayAtAll(actor, 'read', 'notice')) return 0;
	return prepareOnce(db, 'countUnreadNotices', unreadQuery).get({ staffId: actor.staffId })?.unread ?? 0;
}

export type NoticeToSend = NonNullable<ReturnType<typeof findNoticeToSend>>;

/** The notice whose mail is due the longest, with the account that it goes to; null when none is due. For the sender. */
export function findDueNotice(db: Db, now: Instant): NoticeToSend | null {
	const query = prepareOnce(db, 'due notice', () => {
		const isDue = and(eq(staffNotices.state, 'queued'), lte(staffNotices.dueAt, sql.placeholder('now')));
		return selectToSend(db, isDue).limit(1).prepare();
	});
	const due = query.get({ now });
	return due ? toNoticeToSend(due) : null;
}

/** The notice with the account that its mail goes to. For the sender. */
export function findNoticeToSend(db: Db, id: StaffNoticeId) {
	const query = prepareOnce(db, 'notice to send', () =>
		selectToSend(db, eq(staffNotices.id, sql.placeholder('id'))).prepare(),
	);
	const found = query.get({ id });
	return found ? toNoticeToSend(found) : null;
}

/** The notices whose sender has not come back in time. For the sender. */
export function listLapsedNotices(db: Db, now: Instant): NoticeToSend[] {
	const query = prepareOnce(db, 'lapsed notices', () => selectToSend(db, hasLapsed(staffNotices)).prepare());
	return query.all(lapseAt(now)).map(toNoticeToSend);
}

function selectToSend(db: Db, condition: SQL | undefined) {
	return db
		.select({ notice: staffNotices, email: staff.email, staffState: staff.state })
		.from(staffNotices)
		.innerJoin(staff, eq(staff.id, staffNotices.staffId))
		.where(condition)
		.orderBy(asc(staffNotices.dueAt), asc(staffNotices.id));
}

type FoundToSend = {
	readonly notice: typeof staffNotices.$inferSelect;
	readonly email: string;
	readonly staffState: typeof staff.$inferSelect.state;
};

function toNoticeToSend({ notice, email, staffState }: FoundToSend) {
	return { ...notice, email, isActive: staffState === 'active' };
}

function unreadQuery(db: Db) {
	return db
		.select({ unread: count() })
		.from(staffNotices)
		.where(and(eq(staffNotices.staffId, sql.placeholder('staffId')), isNull(staffNotices.readAt)))
		.prepare();
}
