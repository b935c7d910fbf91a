import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { changesWithoutRecord, stands } from '#app/domain/fidelity/adaptation-records.ts';
import { chooseLog } from '#app/domain/fidelity/delivery-log.ts';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { SessionId } from '#app/domain/shared/ids.ts';
import { paths } from '#app/paths.ts';
import { answersInWords, whatInWords } from '#app/ui/fidelity/adaptation-words.ts';
import { formatDayAndTime, formatInstant } from '#app/ui/format.ts';
import { sessionName, sessionTitle } from '#app/ui/session-name.ts';
import { listSessionLogs } from '#db/queries/delivery-logs.ts';
import { listAdaptations, type SavedAdaptation } from '#db/queries/fidelity/adaptations.ts';
import { findSessionDay } from '#db/queries/session-day.ts';

export type AdaptationsView = NonNullable<ReturnType<typeof readAdaptationsView>>;

/** What was changed in a session, and what a log says was changed of which nobody wrote; null when the actor may not read it. */
export function readAdaptationsView({ db, clock, content }: AppContext, actor: StaffActor, sessionId: SessionId) {
	const day = findSessionDay(db, actor, sessionId, 'read', 'adaptation.record');
	if (!day) return null;
	const { session, cohort, may } = day;
	const { activities } = planNumbered(content.programmeOf(cohort), session.planNumber);
	const titleOf = (key: string | null) => activities.find((one) => one.key === key)?.title ?? 'None in particular';
	const now = clock.now();
	const saved = listAdaptations(db, actor, sessionId, now);
	const mayWrite = may('write', 'adaptation.record');
	const worded = saved.map((one) => ({
		...inWords(one),
		activity: titleOf(one.activityKey),
		change: changeHref(one, actor, mayWrite),
	}));
	const logs = listSessionLogs(db, actor, sessionId);
	const hasOwnLog = logs.some(({ staffId }) => staffId === actor.staffId);
	const isOpen = session.state !== 'cancelled';
	const isWaiting = saved.some(({ standing, recordedBy }) => standing === 'waiting' && recordedBy !== actor.staffId);
	const when = session.time ? formatDayAndTime(session.time.day, session.time.startTime) : 'not booked yet';
	return {
		sessionId,
		name: sessionTitle(session),
		caption: `${cohort.name} · ${sessionName(session)} · ${when}`,
		whyClosed: isOpen ? null : `This session did not go ahead: ${session.stateReason}`,
		isPlanning: !hasStarted(session, now),
		/** Whoever delivers it reads what a colleague wrote of it once their own log is saved. */
		ownLogHref: isOpen && hasStarted(session, now) && day.delivers && !hasOwnLog ? paths.deliveryLog(sessionId) : null,
		records: worded.filter(({ standing }) => standing !== 'corrected'),
		/** What those that were corrected said before. */
		earlier: worded
			.filter(({ standing }) => standing === 'corrected')
			.map((one) => ({ ...one, why: whyCorrected(one.id, saved) })),
		missing: changesWithoutRecord(chooseLog(logs).used?.ratings ?? [], saved).map((key) => titleOf(key)),
		activities: activities.map(({ key, title }) => ({ value: key, label: title })),
		mayWrite: isOpen && mayWrite,
		decideHref: isWaiting && may('write', 'adaptation.decision') ? paths.adaptationDecision(sessionId) : null,
	};
}

function inWords(one: SavedAdaptation) {
	const { standing, decidedAt, deciderName, decisionReason } = one;
	return {
		id: one.id as string,
		...{ standing, decision: one.decision },
		what: whatInWords(one),
		how: one.how,
		answers: answersInWords(one),
		reason: one.reason,
		withdrawn: one.withdrawnAt && `${formatInstant(one.withdrawnAt)}: ${one.withdrawalReason}`,
		corrected: one.correctionReason,
		written: `${one.recordedByName}, ${formatInstant(one.recordedAt)}`,
		decided: decidedAt && `${deciderName}, ${formatInstant(decidedAt)}${decisionReason ? `: ${decisionReason}` : ''}`,
	};
}

/** Where who wrote it corrects or withdraws what stands. */
function changeHref(one: SavedAdaptation, actor: StaffActor, mayWrite: boolean): string | null {
	const isOwn = mayWrite && one.recordedBy === actor.staffId;
	return isOwn && stands(one) ? paths.adaptation(one.sessionId, one.id) : null;
}

function whyCorrected(id: string, saved: readonly SavedAdaptation[]): string {
	const next = saved.find(({ corrects }) => corrects === id);
	return next ? `${formatInstant(next.recordedAt)}: ${next.correctionReason}` : '';
}
