import type { LadderStep } from '../programmes/ladder.ts';
import type { Side, Thresholds } from '../programmes/programme.ts';
import type { SessionId, TaskId } from '../shared/ids.ts';
import type { ClosingReason, TaskState } from '../tasks/task.ts';
import type { TaskKind } from '../tasks/task-kinds.ts';
import { type AttendanceFact, wasMissed, wasThere } from './attendance-fact.ts';

export type LadderFact = AttendanceFact & { readonly sessionId: SessionId };
type LadderRule = Pick<Thresholds, 'absenceLadder' | 'excusedAbsenceStartsLadder'>;

/** Sessions missed one after the other, and the steps that they come to, each with the session at which it was reached. */
type Run = {
	readonly sessionIds: readonly SessionId[];
	readonly reached: readonly ReachedStep[];
	/** They have not attended since. */
	readonly isCurrent: boolean;
};
type ReachedStep = { readonly step: LadderStep; readonly at: SessionId; readonly withinDays: number | null };

/** A task of the ladder as it is kept; `sessionId` is the one at which its step was reached. */
export type KeptStep = {
	readonly id: TaskId;
	readonly kind: TaskKind;
	readonly sessionId: SessionId | null;
	readonly state: TaskState;
};
type Judged<Kept> = {
	readonly open: readonly { readonly kind: TaskKind; readonly at: SessionId; readonly withinDays: number | null }[];
	readonly close: readonly { readonly task: Kept; readonly reason: ClosingReason }[];
};

/** What each step asks of whom; the tasks about a partner and a referrer are there for every person of a family’s sides. */
export function kindsOfStep(step: LadderStep, side: Side): readonly TaskKind[] {
	if (step === 'facilitator-call') return ['absence-call'];
	if (step === 'lead-decision') return ['absence-decision'];
	return side === 'professional' ? ['absence-review'] : ['absence-review', 'absence-referrer', 'absence-partner'];
}

/** The kinds of task that the ladder opens and closes. */
export const LADDER_KINDS = [
	'absence-call',
	'absence-review',
	'absence-referrer',
	'absence-partner',
	'absence-decision',
] as const;

/**
 * Which tasks of the ladder are to be opened and closed so that they are as the registers say. The first step waits for an
 * absence without contact unless the programme says otherwise; later ones count every session missed. A step that the run
 * going on has come to has its tasks once, done or open. An open one is closed when its absence is no more, or has its
 * task already (corrected), when its place ended, and a call when they came to a later session; the other steps stay until
 * somebody settles them. Cancelled, stood down and not yet recorded neither break nor lengthen a run (§5.2, §5.9).
 */
export function judgeLadder<Kept extends KeptStep>(
	facts: readonly LadderFact[],
	rule: LadderRule,
	{ side, isActive, kept }: { readonly side: Side; readonly isActive: boolean; readonly kept: readonly Kept[] },
): Judged<Kept> {
	const open = kept.filter(({ state }) => state === 'open');
	if (!isActive) return { open: [], close: open.map((task) => ({ task, reason: 'place-ended' })) };
	const runs = runsOf(facts, rule);
	const close = open.flatMap((task) => {
		const reason = whyClosed(task, runs, side) ?? (isDoubled(task, runs, kept) ? 'corrected' : null);
		return reason === null ? [] : [{ task, reason }];
	});
	const current = runs.find(({ isCurrent }) => isCurrent);
	const wanted = (current?.reached ?? []).flatMap(({ step, at, withinDays }) =>
		kindsOfStep(step, side).map((kind) => ({ kind, at, withinDays })),
	);
	const isThere = ({ kind }: { readonly kind: TaskKind }) =>
		kept.some((task) => task.kind === kind && task.state !== 'closed' && isIn(task, current));
	return { open: wanted.filter((one) => !isThere(one)), close };
}

/** Those of the kept tasks whose absences are no more, whatever became of the tasks: a correction took them away. */
export function whoseCauseIsGone<Kept extends KeptStep>(
	facts: readonly LadderFact[],
	rule: LadderRule,
	{ side, kept }: { readonly side: Side; readonly kept: readonly Kept[] },
): readonly Kept[] {
	const runs = runsOf(facts, rule);
	return kept.filter((task) => whyClosed(task, runs, side) === 'corrected');
}

function whyClosed(task: KeptStep, runs: readonly Run[], side: Side): ClosingReason | null {
	const run = runs.find((one) => isIn(task, one));
	if (!run?.reached.some(({ step }) => kindsOfStep(step, side).includes(task.kind))) return 'corrected';
	return task.kind === 'absence-call' && !run.isCurrent ? 'came-back' : null;
}

/** A correction may join two runs, each with a task for the step: one that was done, or the earliest, is the task of both. */
function isDoubled(task: KeptStep, runs: readonly Run[], kept: readonly KeptStep[]): boolean {
	const run = runs.find((one) => isIn(task, one));
	const placeOf = ({ sessionId }: KeptStep) => (run && sessionId !== null ? run.sessionIds.indexOf(sessionId) : -1);
	return kept.some(
		(other) =>
			other.kind === task.kind &&
			other.id !== task.id &&
			isIn(other, run) &&
			(other.state === 'done' || (other.state === 'open' && placeOf(other) < placeOf(task))),
	);
}

function isIn({ sessionId }: KeptStep, run: Run | undefined): boolean {
	return sessionId !== null && run?.sessionIds.includes(sessionId) === true;
}

/** Every run of absences, by the time of the sessions; the last one goes on while nobody attended since. */
function runsOf(facts: readonly LadderFact[], rule: LadderRule): readonly Run[] {
	const told = facts
		.filter((fact) => fact.startsAt !== null && (wasThere(fact) || wasMissed(fact)))
		.sort((one, other) => (one.startsAt! < other.startsAt! ? -1 : 1));
	const runs: LadderFact[][] = [[]];
	for (const fact of told) {
		if (wasMissed(fact)) runs.at(-1)!.push(fact);
		else runs.push([]);
	}
	return runs.map((missed, index) => ({
		sessionIds: missed.map(({ sessionId }) => sessionId),
		reached: reachedBy(missed, rule),
		isCurrent: index === runs.length - 1,
	}));
}

function reachedBy(missed: readonly LadderFact[], rule: LadderRule): readonly ReachedStep[] {
	return rule.absenceLadder.flatMap(({ step, missedInARow, withinDays }, index) => {
		const asksWhy = index === 0 && !rule.excusedAbsenceStartsLadder;
		const unexplained = asksWhy ? missed.findIndex(({ mark }) => mark === 'absent-no-contact') : 0;
		const at = unexplained === -1 ? undefined : missed[Math.max(missedInARow - 1, unexplained)];
		return at ? [{ step, at: at.sessionId, withinDays }] : [];
	});
}
