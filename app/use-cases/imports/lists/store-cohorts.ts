import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { stateByCalendar } from '#app/domain/cohorts/cohort-state.ts';
import type { PlannedCohort } from '#app/domain/imports/planned-cohorts/planned-cohort.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import type { Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import { isBlocking } from '#app/domain/scheduling/shown-clashes.ts';
import type { CohortId, ImportId, SessionId, StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { insertCohort } from '#db/stores/cohorts.ts';
import { insertSession } from '#db/stores/sessions.ts';
import { clashesOfSettled } from '../../cohorts/settle-cohort.ts';
import type { PlaceOfRow } from './place-of-row.ts';

/** A row of a plan with everything that a cohort needs. */
export type CohortToStore = PlaceOfRow & {
	readonly cohort: PlannedCohort;
	readonly programme: Programme;
	readonly nation: Nation;
	/** The lead facilitator first. */
	readonly team: readonly StaffId[];
	readonly isDraft: boolean;
};

/** Whether one of its sessions clashes with anything that stands, past which nobody may book (§2.9). */
export function isInTheWay(context: AppContext, db: Db, actor: Actor, row: Omit<CohortToStore, 'isDraft'>): boolean {
	return clashesOfSettled(context, db, actor, { ...row, onlineRoom: null }, sessionsOf(row)).some(isBlocking);
}

/** Writes the cohort with its sessions, its pattern and its team, as one that this import made. */
export function storePlannedCohort(
	{ ids, clock }: AppContext,
	tx: Db,
	actor: Actor,
	{ importId, ...row }: CohortToStore & { readonly importId: ImportId },
): void {
	const now = clock.now();
	const id = ids.next<CohortId>();
	const { cohort, programme, team } = row;
	const { weekday, startTime, skips } = cohort;
	insertCohort(tx, {
		cohort: { ...cohortRow(row), id, state: stateOf(row, now), createdAt: now, importId },
		slots: [{ weekday, startTime }],
		skippedWeeks: skips.map(({ from: fromDay, to: toDay }) => ({ fromDay, toDay, label: 'Skipped' })),
		team: team.map((staffId, at) => ({ staffId, duty: at === 0 ? 'lead-facilitator' : 'co-facilitator' })),
	});
	const set = { setBy: actor.kind === 'staff' ? actor.staffId : null, why: 'first plan' };
	for (const { planNumber, kind, time } of sessionsOf(row)) {
		const lengthMinutes = time?.lengthMinutes ?? programme.plans.find(({ number }) => number === planNumber)!.minutes;
		const session = { id: ids.next<SessionId>(), cohortId: id, planNumber, kind, state: 'scheduled' } as const;
		insertSession(tx, { ...session, ...time, lengthMinutes, changedAt: now }, set);
	}
}

function cohortRow({ cohort, programme, nation, areaId, venueId, roomId }: CohortToStore) {
	return {
		name: cohort.code,
		programmeSlug: programme.slug,
		programmeVersion: programme.version,
		programmeVariant: programme.variant,
		side: programme.side,
		...{ areaId, nation, venueId, roomId },
		earliestStart: cohort.startDate,
		runsOnBankHoliday: false,
		places: cohort.places ?? programme.thresholds.groupSize.max,
	};
}

function stateOf({ cohort, isDraft }: CohortToStore, now: Parameters<typeof stateByCalendar>[1]) {
	return isDraft ? ('draft' as const) : stateByCalendar(cohort.times, now);
}

/** Its times are of the plans that have a slot, in their order; an individual session has none until it is booked. */
function sessionsOf({ cohort, programme }: Pick<CohortToStore, 'cohort' | 'programme'>) {
	const times = [...cohort.times];
	return programme.plans.map(({ number, kind }) => ({
		planNumber: number,
		kind,
		time: kind === 'individual' ? null : (times.shift() ?? null),
	}));
}
