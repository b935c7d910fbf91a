import type { AppContext } from '#app/context.ts';
import { stateByCalendar } from '#app/domain/cohorts/cohort-state.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import type { CohortId, ImportId, StaffId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import { insertCohort } from '#db/stores/cohorts.ts';
import type { PreparedImport } from './prepare-import.ts';

export type Storing = {
	readonly context: AppContext;
	readonly tx: Db;
	readonly importId: ImportId;
	readonly cohortId: CohortId;
	readonly programme: Programme;
	readonly by: StaffId | null;
	readonly now: Instant;
};

/** Writes the cohort that an import makes, with its meeting pattern and its team. */
export function storeCohort({ tx, cohortId, importId, programme, now }: Storing, prepared: PreparedImport): void {
	const { cohort, settled, plan } = prepared;
	const { nation, venueId, roomId, onlineRoom } = settled;
	const times = plan.sessions.map(({ time }) => time);
	const days = times.flatMap((time) => time?.day ?? []).toSorted();
	insertCohort(tx, {
		cohort: {
			id: cohortId,
			name: cohort.name,
			programmeSlug: programme.slug,
			programmeVersion: programme.version,
			programmeVariant: programme.variant,
			side: programme.side,
			areaId: cohort.areaId,
			nation,
			venueId,
			roomId,
			onlineRoom,
			earliestStart: days[0]!,
			runsOnBankHoliday: false,
			places: cohort.places,
			state: stateByCalendar(times, now),
			createdAt: now,
			importId,
		},
		slots: plan.slots,
		skippedWeeks: [],
		team: [
			{ staffId: cohort.leadId, duty: 'lead-facilitator' },
			...cohort.coFacilitatorIds.map((staffId) => ({ staffId, duty: 'co-facilitator' }) as const),
		],
	});
}
