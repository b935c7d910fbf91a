import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeLadder, type KeptStep, kindsOfStep, type LadderFact } from '#app/domain/attendance/absence-ladder.ts';
import { asId, type SessionId, type TaskId } from '#app/domain/shared/ids.ts';
import type { TaskKind } from '#app/domain/tasks/task-kinds.ts';
import { facts } from './facts.ts';

const LADDER = [
	{ missedInARow: 1, step: 'facilitator-call', withinDays: null },
	{ missedInARow: 2, step: 'coordinator-referrer-partner-support', withinDays: 4 },
	{ missedInARow: 3, step: 'lead-decision', withinDays: null },
] as const;
const RULE = { absenceLadder: LADDER, excusedAbsenceStartsLadder: false };

const factsOf = (letters: string): LadderFact[] =>
	facts(letters).map((fact) => ({ ...fact, sessionId: asId<SessionId>(`s${fact.planNumber}`) }));

/** The tasks that are kept, as a plain list that the answers of the rule are carried out on. */
class Kept {
	tasks: (KeptStep & { kind: TaskKind })[] = [];
	judge(letters: string, { rule = RULE, isActive = true, side = 'perpetrator' as const } = {}) {
		const judged = judgeLadder(factsOf(letters), rule, { side, isActive, kept: this.tasks });
		for (const { task } of judged.close) this.put({ ...task, state: 'closed' });
		for (const { kind, at } of judged.open) {
			this.put({ id: asId<TaskId>(`${kind}:${at}`), kind, sessionId: at, state: 'open' });
		}
		return judged;
	}
	settle(kind: TaskKind) {
		for (const task of this.tasks)
			if (task.kind === kind && task.state === 'open') this.put({ ...task, state: 'done' });
	}
	put(task: Kept['tasks'][number]) {
		this.tasks = [...this.tasks.filter(({ id }) => id !== task.id), task];
	}
	open() {
		return this.tasks
			.filter(({ state }) => state === 'open')
			.map(({ id }) => id as string)
			.toSorted();
	}
}

const after = (...registers: string[]) => {
	const kept = new Kept();
	for (const letters of registers) kept.judge(letters);
	return kept.open();
};
const SECOND = ['absence-partner', 'absence-referrer', 'absence-review'];

test('one absence without contact is a call, two in a row are three tasks more, three a decision', () => {
	expect(after('PN')).toEqual(['absence-call:s2']);
	expect(after('PNN')).toEqual(['absence-call:s2', ...SECOND.map((kind) => `${kind}:s3`)].toSorted());
	expect(after('PNNN')).toEqual(
		['absence-call:s2', ...SECOND.map((kind) => `${kind}:s3`), 'absence-decision:s4'].toSorted(),
	);
});

test('an absence with an apology does not start the ladder, and makes a run longer all the same', () => {
	expect(after('PA')).toEqual([]);
	expect(after('PAA')).toEqual(SECOND.map((kind) => `${kind}:s3`));
	expect(after('PAN')).toContain('absence-call:s3');
	const kept = new Kept();
	kept.judge('PA', { rule: { ...RULE, excusedAbsenceStartsLadder: true } });
	expect(kept.open()).toEqual(['absence-call:s2']);
});

test('stood down, cancelled and not yet recorded neither break a run nor lengthen it', () => {
	expect(after('PNS')).toEqual(['absence-call:s2']);
	expect(after('PNx')).toEqual(['absence-call:s2']);
	expect(after('PN.')).toEqual(['absence-call:s2']);
	expect(after('PNS.xN')).toContain('absence-review:s6');
});

test('a call is not needed once they came; the other steps wait for somebody', () => {
	expect(after('PN', 'PNP')).toEqual([]);
	const kept = new Kept();
	kept.judge('PNN');
	expect(kept.judge('PNNP').close).toMatchObject([{ reason: 'came-back' }]);
	expect(kept.open()).toEqual(SECOND.map((kind) => `${kind}:s3`));
});

test('a correction closes what it leaves without a cause, and nothing else', () => {
	const kept = new Kept();
	kept.judge('PNN');
	expect(
		kept
			.judge('PNP')
			.close.map(({ task, reason }) => `${task.kind} ${reason}`)
			.toSorted(),
	).toEqual([...['absence-call came-back', ...SECOND.map((kind) => `${kind} corrected`)]]);
	expect(after('PN', 'PP')).toEqual([]);
	expect(after('PNN', 'PPN')).toEqual(['absence-call:s3']);
	expect(after('PN', 'PA')).toEqual([]);
});

test('a correction that joins two runs leaves one task for each step: what was done, or the earlier one', () => {
	const kept = new Kept();
	kept.judge('N.');
	kept.settle('absence-call');
	kept.judge('NPN');
	expect(kept.open()).toEqual(['absence-call:s3']);
	expect(kept.judge('NAN').close).toMatchObject([{ reason: 'corrected', task: { sessionId: 's3' } }]);
	const both = new Kept();
	both.judge('NN....');
	both.judge('NN.PNN');
	both.judge('NN.ANN');
	expect(both.open().filter((one) => one.startsWith('absence-review'))).toEqual(['absence-review:s2']);
});

test('what was done is not asked for again in the same run, nor when an earlier register comes in late', () => {
	const kept = new Kept();
	kept.judge('P.N');
	kept.settle('absence-call');
	kept.judge('P.NN');
	expect(kept.open()).toEqual(SECOND.map((kind) => `${kind}:s4`));
	kept.judge('PNNN');
	expect(kept.open()).not.toContain('absence-call:s2');
	expect(kept.open()).toContain('absence-decision:s4');
});

test('when a place ends, nothing follows absences any more; when the end is taken back, it follows again', () => {
	const kept = new Kept();
	kept.judge('PN');
	expect(kept.judge('PN', { isActive: false }).close).toMatchObject([{ reason: 'place-ended' }]);
	kept.judge('PN');
	expect(kept.open()).toEqual(['absence-call:s2']);
});

test('professionals have no referrer to tell, and nobody’s partner is told of', () => {
	expect(kindsOfStep('coordinator-referrer-partner-support', 'professional')).toEqual(['absence-review']);
});

test('the programme’s own days go with the step', () => {
	expect(new Kept().judge('PNN').open.map(({ withinDays }) => withinDays)).toEqual([null, 4, 4, 4]);
});

/** By definition, one step after the other, from the latest register backwards: how the ladder stands now. */
function stepsByDefinition(letters: string): readonly TaskKind[] {
	let missed = 0;
	let unexplained = 0;
	for (let at = letters.length - 1; at >= 0; at -= 1) {
		const letter = letters[at]!;
		if ('PLE'.includes(letter)) break;
		if ('AN'.includes(letter)) missed += 1;
		if (letter === 'N') unexplained += 1;
	}
	return [
		...(missed >= 1 && unexplained >= 1 ? (['absence-call'] as const) : []),
		...(missed >= 2 ? (['absence-review', 'absence-referrer', 'absence-partner'] as const) : []),
		...(missed >= 3 ? (['absence-decision'] as const) : []),
	];
}

/** The longest run, through the sessions around this one, that nobody attended in. */
function missedAround(letters: string, at: number): number {
	if (!'AN'.includes(letters[at] ?? '')) return 0;
	const isThere = (letter: string) => 'PLE'.includes(letter);
	const before = [...letters.slice(0, at)].findLastIndex(isThere);
	const later = [...letters.slice(at + 1)].findIndex(isThere);
	const run = letters.slice(before + 1, later === -1 ? undefined : at + 1 + later);
	return [...run].filter((letter) => 'AN'.includes(letter)).length;
}

const NEEDED = { 'absence-call': 1, 'absence-decision': 3 } as Readonly<Record<string, number>>;

test('after any marks and corrections in any order the tasks are what the definition asks for, and asking twice changes nothing', () => {
	const letter = fc.constantFrom(...'PLENNNAASx..');
	const changes = fc.array(
		fc.record({
			at: fc.nat(6),
			to: letter,
			settles: fc.option(fc.constantFrom('absence-call', 'absence-review', 'absence-decision')),
		}),
		{ maxLength: 14 },
	);
	fc.assert(
		fc.property(changes, (steps) => {
			const kept = new Kept();
			let letters = '.......';
			for (const { at, to, settles } of steps) {
				letters = letters.slice(0, at) + to + letters.slice(at + 1);
				kept.judge(letters);
				expect(kept.judge(letters)).toEqual({ open: [], close: [] });
				const start = [...letters].findLastIndex((one) => 'PLE'.includes(one)) + 1;
				const ofRun = kept.tasks.filter(({ sessionId, state }) => {
					const index = Number(sessionId?.slice(1)) - 1;
					return state !== 'closed' && index >= start && 'AN'.includes(letters[index]!);
				});
				// Every step that the run going on has come to has its task, once, and no step has one that it has not come to.
				const wanted = stepsByDefinition(letters);
				for (const kind of wanted) {
					const own = ofRun.filter((task) => task.kind === kind);
					// What was done in two runs that a correction joined stays done twice.
					const [isDone, open] = [
						own.some(({ state }) => state === 'done'),
						own.filter(({ state }) => state === 'open'),
					];
					expect(open).toHaveLength(isDone ? 0 : 1);
				}
				expect(ofRun.filter(({ kind, state }) => state === 'open' && !wanted.includes(kind))).toEqual([]);
				// Whatever is open still has its absences behind it, and a call those of now.
				for (const { kind, sessionId, state } of kept.tasks) {
					if (state !== 'open') continue;
					const index = Number(sessionId!.slice(1)) - 1;
					expect(missedAround(letters, index)).toBeGreaterThanOrEqual(NEEDED[kind] ?? 2);
					if (kind === 'absence-call') expect(index).toBeGreaterThanOrEqual(start);
				}
				if (settles) kept.settle(settles as TaskKind);
			}
		}),
	);
});

/** Each step as the rule says it (§5.9): looked for session by session through the run that goes on. */
function wantedByHand(letters: string, [call, second, third]: readonly number[], excusedCounts: boolean): TaskKind[] {
	const since = letters.slice([...letters].findLastIndex((one) => 'PLE'.includes(one)) + 1);
	const missed = [...since].filter((one) => 'AN'.includes(one));
	const wanted: TaskKind[] = [];
	if (missed.length >= call! && (excusedCounts || missed.includes('N'))) wanted.push('absence-call');
	if (missed.length >= second!) wanted.push('absence-partner', 'absence-referrer', 'absence-review');
	if (missed.length >= third!) wanted.push('absence-decision');
	return wanted.toSorted();
}

test('with the numbers of any programme version, registers in any order: the steps that the run going on has come to', () => {
	const drawn = fc.record({
		letters: fc.array(fc.constantFrom(...'PLENNNAASx.'), { maxLength: 9 }).map((all) => all.join('')),
		numbers: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 2, max: 3 }), fc.integer({ min: 3, max: 5 })),
		excusedCounts: fc.boolean(),
		order: fc.array(fc.nat(), { minLength: 9, maxLength: 9 }),
		isActive: fc.constantFrom(true, true, true, false),
	});
	const seen = new Set<string>();
	fc.assert(
		fc.property(drawn, ({ letters, numbers, excusedCounts, order, isActive }) => {
			const absenceLadder = LADDER.map((rung, index) => ({ ...rung, missedInARow: numbers[index]! }));
			const rule = { absenceLadder, excusedAbsenceStartsLadder: excusedCounts };
			const shuffled = factsOf(letters).toSorted((one, other) => order[one.planNumber]! - order[other.planNumber]!);
			const judge = (side: 'perpetrator' | 'professional') =>
				judgeLadder(shuffled, rule, { side, isActive, kept: [] })
					.open.map(({ kind }) => kind)
					.toSorted();
			const wanted = isActive ? wantedByHand(letters, numbers, excusedCounts) : [];
			expect(judge('perpetrator')).toEqual(wanted);
			// Nobody referred a professional, and nobody has a partner to be told.
			const ofTheirOwn = wanted.filter((kind) => kind !== 'absence-partner' && kind !== 'absence-referrer');
			expect(judge('professional')).toEqual(ofTheirOwn);
			seen.add(wanted.join());
		}),
		{ numRuns: 600 },
	);
	// None, the call, the second and the third come up in any six hundred draws; those without the call do not always.
	expect(seen.size).toBeGreaterThanOrEqual(4);
});
