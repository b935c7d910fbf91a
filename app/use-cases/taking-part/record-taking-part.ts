import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayCorrect } from '#app/domain/attendance/correction.ts';
import { asksAnything, isAnswerCorrected, isAskedOf } from '#app/domain/attendance/taking-part.ts';
import { hasStarted } from '#app/domain/scheduling/session.ts';
import type { EnrolmentId, SessionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, type Refused, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listTakingPart } from '#db/queries/attendance/taking-part.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { insertTakingPart } from '#db/stores/registers.ts';
import { audited } from '../audit/audited.ts';
import { onlyWhatIsAsked, sortAnswers, type TakingPartChoice, type TakingPartConflict } from './sort-answers.ts';

export type RecordedTakingPart = {
	readonly written: readonly EnrolmentId[];
	readonly conflicts: readonly TakingPartConflict[];
};

type Refusal =
	| 'not-found'
	| 'session-cancelled'
	| 'session-not-started'
	| 'nothing-asked'
	| 'not-attended'
	| 'too-late-to-correct'
	| 'correction-reason-missing';

type Input = {
	readonly sessionId: SessionId;
	readonly choices: readonly TakingPartChoice[];
	readonly correctionReason: string | null;
};

/**
 * Records how those who attended took part, as far as their programme asks; earlier answers are kept. Refused as a whole when
 * somebody in it is not marked as having attended (any more), and for corrections that are too late or lack their reason
 * (details of both: `enrolmentIds`). A conflict leaves out that one person only, as on the register (§5.5, §5.6).
 */
export function recordTakingPart(
	context: AppContext,
	actor: Actor,
	input: Input,
): Outcome<RecordedTakingPart, Refusal> {
	const now = context.clock.now();
	const record = ['session', input.sessionId] as const;
	return audited(context, { actor, action: 'taking-part-recorded', record }, (tx, tell) => {
		const found = findAsked(context, tx, actor, input.sessionId);
		if (!found.done) return found;
		const { day, asks } = found.value;
		const rows = new Map(listTakingPart(tx, actor, input.sessionId).map((row) => [row.enrolmentId, row]));
		const others = input.choices.filter(({ enrolmentId }) => !isAskedOf(rows.get(enrolmentId)?.mark ?? null));
		if (others.length > 0) return refused('not-attended', { enrolmentIds: idsOf(others) });
		const choices = input.choices.map((choice) => ({ ...choice, answer: onlyWhatIsAsked(choice.answer, asks) }));
		const { writes, conflicts } = sortAnswers(tx, actor, { ...input, choices }, rows);
		const corrected = writes.filter(({ row, answer }) => isAnswerCorrected(row, answer)).map(({ row }) => row);
		const leave = mayCorrect({ facilitates: day.delivers, oversees: day.arranges }, day.session, now);
		const refusal = refuseCorrection(leave, input.correctionReason, idsOf(corrected));
		if (refusal) return refusal;
		const people = writes.map(({ row }) => row.personId);
		tell({ people, details: { answers: writes.length, conflicts: conflicts.length } });
		const saved = { savedAt: now, savedBy: actor.kind === 'staff' ? actor.staffId : null };
		const entries = writes.map(({ row, answer }) => ({
			...{ sessionId: input.sessionId, enrolmentId: row.enrolmentId, version: row.version + 1, ...answer, ...saved },
			correctionReason: corrected.includes(row) && leave === 'needs-reason' ? input.correctionReason : null,
		}));
		insertTakingPart(tx, entries);
		return done({ written: idsOf(entries), conflicts });
	});
}

function findAsked(context: AppContext, tx: Db, actor: Actor, sessionId: SessionId) {
	const day = findSessionDay(tx, actor, sessionId, 'write', 'taking-part');
	if (!day) return refused('not-found');
	if (day.session.state === 'cancelled') return refused('session-cancelled');
	if (!hasStarted(day.session, context.clock.now())) return refused('session-not-started');
	const { asks } = context.content.programmeOf(day.cohort);
	return asksAnything(asks) ? done({ day, asks }) : refused('nothing-asked');
}

const idsOf = (some: readonly { readonly enrolmentId: EnrolmentId }[]) => some.map(({ enrolmentId }) => enrolmentId);

function refuseCorrection(
	leave: ReturnType<typeof mayCorrect>,
	reason: string | null,
	enrolmentIds: readonly EnrolmentId[],
): Refused<'correction-reason-missing' | 'too-late-to-correct'> | null {
	if (enrolmentIds.length === 0) return null;
	if (leave === 'needs-reason') return reason === null ? refused('correction-reason-missing', { enrolmentIds }) : null;
	return leave === 'freely' ? null : refused('too-late-to-correct', { enrolmentIds });
}
