import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { checkAgreedNote } from '#app/domain/debrief/agreed-note.ts';
import { checkDebriefOpen, newestNotes } from '#app/domain/debrief/debrief.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant } from '#app/domain/shared/instant.ts';
import { isTaskOverdue } from '#app/domain/tasks/task.ts';
import { DESK_NAMES } from '#app/domain/tasks/task-kinds.ts';
import { OUTCOME_NAMES } from '#app/domain/tasks/task-outcomes.ts';
import { paths } from '#app/paths.ts';
import { agreedNoteInWords } from '#app/ui/debrief/agreed-note-in-words.ts';
import type { ShownAction } from '#app/ui/debrief/shown-action.ts';
import { twoLogs } from '#app/ui/fidelity/two-logs.ts';
import { formatDay, formatDayAndTime, formatInstant } from '#app/ui/format.ts';
import { sessionName, sessionTitle } from '#app/ui/session-name.ts';
import { readSupervision } from '#app/use-cases/debrief/supervision.ts';
import { listAgreedNotes } from '#db/queries/debrief/agreed-notes.ts';
import {
	type AgreedAction,
	listAgreedActions,
	listDebriefNotes,
	type SavedNote,
} from '#db/queries/debrief/debriefs.ts';
import { listLogAuthors, listSessionLogs } from '#db/queries/delivery-logs.ts';
import { findSessionDay, type SessionDay } from '#db/queries/session-day.ts';

/** In the place of a colleague’s words about the session. */
const KEPT_BACK = 'You can read this once your log of the session is saved.';

export type DebriefView = NonNullable<ReturnType<typeof readDebriefView>>;

/** All that the debrief of a session shows; null when the actor may read nothing of it. What they may not read is left out. */
export function readDebriefView(context: AppContext, actor: StaffActor, sessionId: SessionId) {
	const { db, clock } = context;
	const day = findSessionDay(db, actor, sessionId, 'read', 'debrief');
	if (!day) return null;
	const { session, cohort, may } = day;
	const now = clock.now();
	const isOpen = checkDebriefOpen(session, now).done;
	const when = session.time ? formatDayAndTime(session.time.day, session.time.startTime) : 'not booked yet';
	const mayAct = isOpen && may('write', 'debrief.actions');
	return {
		sessionId,
		name: sessionTitle(session),
		caption: `${cohort.name} · ${sessionName(session)} · ${when}`,
		whyClosed: whyClosed(day, when, isOpen),
		notes: may('read', 'debrief.notes') ? notesOf(listDebriefNotes(db, actor, sessionId), actor) : null,
		mayWrite: isOpen && may('write', 'debrief.notes'),
		logs: may('read', 'delivery-log') ? logsOf(context, actor, day) : null,
		agreed: may('read', 'debrief.notes') ? agreedOf(context, actor, day) : null,
		actions: listAgreedActions(db, actor, sessionId).map((one) => actionInWords(one, now)),
		addHref: mayAct ? paths.debriefActions(sessionId) : null,
		supervision: may('read', 'debrief.supervision') ? supervisionOf(context, actor, day) : null,
	};
}

function whyClosed({ session }: SessionDay, when: string, isOpen: boolean): string | null {
	if (isOpen) return null;
	return session.state === 'cancelled'
		? `This session did not go ahead: ${session.stateReason}`
		: `The debrief opens when the session starts: ${when}.`;
}

function notesOf(notes: readonly SavedNote[], actor: StaffActor) {
	const newest = newestNotes(notes);
	const own = newest.find(({ staffId }) => staffId === actor.staffId) ?? null;
	const earlier = notes.filter((note) => !note.isBlind && !newest.includes(note));
	return {
		own: own && { ...noteInWords(own), version: own.version },
		others: newest.filter((note) => note !== own && !note.isBlind).map(noteInWords),
		/** Colleagues whose note is kept back until one’s own and one’s log are saved. */
		keptBack: newest.filter(({ isBlind }) => isBlind).map(({ staffName }) => staffName),
		earlier: earlier.toReversed().map(noteInWords),
	};
}

function noteInWords({ staffName, note, savedAt, version }: SavedNote) {
	const corrected = version > 1 ? `, version ${version}` : '';
	return { by: staffName, note: note ?? '', saved: `${formatInstant(savedAt)}${corrected}` };
}

/** Each further log beside the first; whose are kept back until one’s own is saved. */
function logsOf({ db, content }: AppContext, actor: StaffActor, { session, cohort }: SessionDay) {
	const { activities } = planNumbered(content.programmeOf(cohort), session.planNumber);
	const versions = listSessionLogs(db, actor, session.id);
	const isBlind = versions.some((log) => log.isBlind);
	return {
		count: new Set(versions.map(({ staffId }) => staffId)).size,
		isBlind,
		href: paths.deliveryLog(session.id),
		pairs: isBlind ? [] : twoLogs(versions, activities),
	};
}

/** What the writers of the logs agree on; null as long as there is nothing to agree. */
function agreedOf({ db, clock }: AppContext, actor: StaffActor, { session, may }: SessionDay) {
	const [newest, ...earlier] = listAgreedNotes(db, actor, session.id).map(agreedNoteInWords);
	const authors = listLogAuthors(db, actor, session.id);
	const isWriter = checkAgreedNote(session, authors, actor.staffId, clock.now()).done;
	const href = isWriter && may('write', 'debrief.notes') ? paths.agreedNote(session.id) : null;
	return newest || href ? { newest: newest ?? null, earlier, href } : null;
}

function actionInWords(
	{ id, words, isBlind, mayOpen, owner, dueOn, state, outcome }: AgreedAction,
	now: Instant,
): ShownAction {
	const isLate = isTaskOverdue({ state, dueOn }, dayOf(now));
	return {
		id,
		words: isBlind ? KEPT_BACK : (words ?? ''),
		href: mayOpen ? paths.task(id) : null,
		owner: owner ?? DESK_NAMES.team,
		due: formatDay(dueOn),
		state: isLate ? 'overdue' : state,
		cameOfIt: outcome && OUTCOME_NAMES[outcome],
	};
}

function supervisionOf({ db, clock }: AppContext, actor: StaffActor, { session, may }: SessionDay) {
	const { entries, state } = readSupervision(db, actor, session.id);
	const mayWrite = may('write', 'debrief.supervision') && checkDebriefOpen(session, clock.now()).done;
	return {
		state,
		askHref: mayWrite && state === 'none' ? paths.supervision(session.id) : null,
		endHref: mayWrite && state === 'asked' ? paths.supervisionEnd(session.id) : null,
		history: entries.map(({ event, words, isBlind, at, by }) => ({
			what: event === 'asked' ? 'Asked for' : 'Taken back',
			...{ at: formatInstant(at), by, words: isBlind ? KEPT_BACK : (words ?? '') },
		})),
	};
}
