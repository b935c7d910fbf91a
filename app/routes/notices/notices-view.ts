import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { sessionOfNudge } from '#app/domain/notices/nudges.ts';
import { NOTICE_SENTENCES, type NoticeKind } from '#app/domain/notices/staff-notice.ts';
import { asId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { formatInstant } from '#app/ui/format.ts';
import { findSessionOfAdaptation } from '#db/queries/fidelity/adaptations.ts';
import { listNotices } from '#db/queries/notices/notices.ts';
import { findSession } from '#db/queries/sessions.ts';
import { findTask } from '#db/queries/tasks/tasks.ts';
import { findSessionOfCover } from '#db/queries/team/covers.ts';

export type NoticeView = ReturnType<typeof noticesView>[number];

/** The actor's own notices, each with where it leads. */
export function noticesView({ db }: AppContext, actor: StaffActor) {
	return listNotices(db, actor).map(({ id, kind, aboutId, createdAt, readAt }) => ({
		id,
		sentence: NOTICE_SENTENCES[kind],
		at: formatInstant(createdAt),
		isNew: readAt === null,
		leadsTo: LEADS_TO[kind]?.(aboutId, { db, actor }) ?? null,
	}));
}

type Link = { readonly href: string; readonly text: string };

type Reader = { readonly db: AppContext['db']; readonly actor: StaffActor };

/** The cover of the session, while it is the reader's to arrange. */
function toCover(aboutId: string, { db, actor }: Reader): Link | null {
	const sessionId = findSessionOfCover(db, actor, asId(aboutId));
	return sessionId && { href: paths.cover(sessionId), text: 'Look at the cover for the session' };
}

/** The task, while the reader may see it. */
function toTask(aboutId: string, { db, actor }: Reader): Link | null {
	const task = findTask(db, actor, asId(aboutId), 'read');
	return task && { href: paths.task(task.id), text: 'Open the task' };
}

/** What is changed in the session, while the reader may see it. */
function toAdaptations(aboutId: string, { db, actor }: Reader): Link | null {
	const sessionId = findSessionOfAdaptation(db, actor, asId(aboutId));
	return sessionId && { href: paths.adaptations(sessionId), text: 'Read the decision' };
}

/** The session, while the reader may see it. */
function toSession(aboutId: string, { db, actor }: Reader): Link | null {
	const session = findSession(db, actor, sessionOfNudge(aboutId), 'read', 'session');
	return session && { href: paths.session(session.id), text: 'Open the session' };
}

/** Where a notice of the kind leads; nowhere for who may not see what it is about. */
const LEADS_TO: Readonly<Record<NoticeKind, ((aboutId: string, reader: Reader) => Link | null) | null>> = {
	'review-waits': (aboutId) => ({ href: paths.review(asId(aboutId)), text: 'Open the review' }),
	'review-lacks-lead': null,
	'cover-asked': (aboutId) => ({ href: paths.coverAnswer(asId(aboutId)), text: 'Look at the session and answer' }),
	'cover-accepted': toCover,
	'cover-declined': toCover,
	'cover-withdrawn': null,
	'own-accreditation-ends': () => ({ href: paths.availability(), text: 'Look at your accreditations' }),
	'task-given': toTask,
	'task-overdue': toTask,
	'adaptation-decided': toAdaptations,
	'session-tomorrow': toSession,
	'register-overdue': toSession,
	'log-overdue': toSession,
	'tasks-due': () => ({ href: paths.tasks(), text: 'Look at your tasks' }),
	'week-ahead': () => ({ href: paths.myCalendar(), text: 'Look at your calendar' }),
	'accreditation-ends': () => ({ href: paths.facilitators(), text: 'Look at the accreditations of facilitators' }),
};
