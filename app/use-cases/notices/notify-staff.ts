import type { AppContext } from '#app/context.ts';
import { type NoticeKind, noticeUseBy } from '#app/domain/notices/staff-notice.ts';
import type { StaffId, StaffNoticeId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { insertNotice } from '#db/stores/notices.ts';

type About = { readonly kind: NoticeKind; readonly aboutId: string };

/**
 * Tells these members of staff of something: on their page at once, and by a mail after the commit. Call it inside the
 * transaction of what it is about, so that neither is there without the other.
 */
export function notifyStaff(
	{ ids, clock }: AppContext,
	tx: Db,
	recipients: readonly StaffId[],
	{ kind, aboutId }: About,
): void {
	const now = clock.now();
	const mail = { state: 'queued', dueAt: now, useBy: noticeUseBy(now) } as const;
	for (const staffId of recipients) {
		insertNotice(tx, { id: ids.next<StaffNoticeId>(), staffId, kind, aboutId, createdAt: now, ...mail });
	}
}
