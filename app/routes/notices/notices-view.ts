import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { NOTICE_SENTENCES, type NoticeKind } from '#app/domain/notices/staff-notice.ts';
import { asId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { formatInstant } from '#app/ui/format.ts';
import { listNotices } from '#db/queries/notices/notices.ts';

export type NoticeView = ReturnType<typeof noticesView>[number];

/** The actor's own notices, each with where it leads. */
export function noticesView({ db }: AppContext, actor: StaffActor) {
	return listNotices(db, actor).map(({ id, kind, aboutId, createdAt, readAt }) => ({
		id,
		sentence: NOTICE_SENTENCES[kind],
		at: formatInstant(createdAt),
		isNew: readAt === null,
		leadsTo: LEADS_TO[kind]?.(aboutId) ?? null,
	}));
}

type Link = { readonly href: string; readonly text: string };

/** Where a notice of the kind leads; nowhere for who may not see what it is about. */
const LEADS_TO: Readonly<Record<NoticeKind, ((aboutId: string) => Link) | null>> = {
	'review-waits': (aboutId) => ({ href: paths.review(asId(aboutId)), text: 'Open the review' }),
	'review-lacks-lead': null,
};
