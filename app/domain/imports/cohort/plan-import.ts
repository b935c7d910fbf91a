import type { Programme } from '../../programmes/programme.ts';
import type { DaysOff } from '../../scheduling/blocked-days.ts';
import type { ClockTime } from '../../shared/clock-time.ts';
import type { Instant } from '../../shared/instant.ts';
import { done, type Outcome, refused } from '../../shared/outcome.ts';
import type { RegisterProposal } from '../proposal.ts';
import { countCells, type ImportCounts } from './import-counts.ts';
import { type ImportedPerson, importPerson, type RefusedMark } from './imported-person.ts';
import { type ImportedSchedule, placeSessions, type ScheduleRefusal } from './imported-sessions.ts';
import { type RefusedRow, sortRows } from './sort-rows.ts';

/** Everything that an import would store, and everything of the file that it would not: nothing is in neither. */
export type ImportPlan = ImportedSchedule & {
	readonly people: readonly ImportedPerson[];
	readonly refusedRows: readonly RefusedRow[];
	readonly refusedCells: readonly RefusedMark[];
	readonly counts: ImportCounts;
};
export type PlanRefusal = ScheduleRefusal | 'nobody-to-import' | 'too-few-places';

type PlanInput = {
	readonly proposal: RegisterProposal;
	readonly programme: Programme;
	readonly startTime: ClockTime;
	readonly places: number;
	readonly daysOff: DaysOff;
	/** References that somebody has already, in small letters. */
	readonly takenReferences: ReadonlySet<string>;
	/** Rows that a person chose to leave out. */
	readonly leftOut: readonly number[];
	/** Begins the references of people without one, so that they differ from import to import. */
	readonly referencePrefix: string;
	readonly now: Instant;
};

/**
 * Turns a register as it was read into a cohort with its past. A row that cannot be a person of ours is refused whole,
 * with every one of its cells; the rest is imported. Refused as a whole when the sessions cannot be placed, when nobody is
 * left, and when more people are still on the programme than the cohort has places.
 */
export function planImport(input: PlanInput): Outcome<ImportPlan, PlanRefusal> {
	const { proposal, programme, now, places } = input;
	const schedule = placeSessions(proposal, programme, input);
	if (!schedule.done) return schedule;
	const { accepted, refusedRows } = sortRows(proposal.participants, input);
	if (accepted.length === 0) return refused('nobody-to-import', { rows: refusedRows.length });
	const people = accepted.map(({ person, reference }) => importPerson(person, reference, schedule.value.sessions, now));
	const active = people.filter(({ exit }) => exit === null).length;
	if (active > places) return refused('too-few-places', { places, people: active });
	const rows = new Set(people.map(({ row }) => row));
	const refusedCells = [
		...proposal.refused.filter(({ row }) => rows.has(row)).map(({ cell, raw, code }) => ({ cell, raw, code })),
		...people.flatMap((person) => person.refused),
	];
	const counts = countCells(proposal, rows, refusedCells);
	return done({ ...schedule.value, people, refusedRows, refusedCells, counts });
}
