import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { ListChoices } from '#app/domain/imports/lists/list-choices.ts';
import { plansLook } from '#app/domain/imports/lists/list-look.ts';
import type { ListRefusal } from '#app/domain/imports/lists/list-reading.ts';
import { cohortInWords } from '#app/domain/imports/planned-cohorts/cohort-sentences.ts';
import { planCohorts, programmeFor } from '#app/domain/imports/planned-cohorts/plan-cohorts.ts';
import type { CohortRow, PlannedCohort } from '#app/domain/imports/planned-cohorts/planned-cohort.ts';
import { readCohorts } from '#app/domain/imports/planned-cohorts/read-cohorts.ts';
import { holidaysOf } from '#app/domain/imports/planned-cohorts/read-words.ts';
import type { Workbook } from '#app/domain/imports/sheet/workbook.ts';
import type { Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { listDaysOff } from '#db/queries/closures.ts';
import { type FacilitatorOnStaff, listKnownFacilitators } from '#db/queries/imports/known-facilitators.ts';
import { type AreaRow, listPlaces } from '#db/queries/places.ts';
import type { ListPlan } from './list-plan.ts';
import { placeOfRow } from './place-of-row.ts';
import { type CohortToStore, isInTheWay } from './store-cohorts.ts';

/**
 * What a plan of cohorts makes: each row whose venue, room and team are known here, laid out with the closures of its
 * place; as a draft where it clashes, within the plan or with what stands (§3.10, §2.9).
 */
export function planCohortList(
	context: AppContext,
	db: Db,
	actor: Actor,
	workbook: Workbook,
	{ areaId }: Pick<ListChoices, 'areaId'>,
): Outcome<ListPlan, ListRefusal> {
	const read = readCohorts(workbook);
	if (!read.done) return read;
	const areas = listPlaces(db, actor);
	const known = listKnownFacilitators(db, actor);
	const facts = { known, programmes: context.content.programmes, ...daysOffFor(db, actor, areas, areaId) };
	const plans = planCohorts(read.value, facts);
	const clashing = new Set(plans.clashes.flatMap(({ cohorts }) => cohorts.map(({ row }) => row)));
	const all = plans.accepted.map((cohort) => ({
		cohort,
		outcome: toStore(context, db, actor, { cohort, areas, areaId, known, clashes: clashing.has(cohort.row) }),
	}));
	return done({
		look: plansLook(read.value, plans),
		lines: all.map(({ cohort, outcome }) => ({
			...{ row: cohort.row, name: cohort.code, what: cohortInWords(cohort) },
			...{ note: noteFor(outcome), comesIn: outcome.done, mayChoose: false },
		})),
		toStore: { kind: 'cohorts', cohorts: all.flatMap(({ outcome }) => (outcome.done ? [outcome.value] : [])) },
	});
}

/** The bank holidays of each nation, and the closures where a row meets, as far as its place is known. */
function daysOffFor(db: Db, actor: Actor, areas: readonly AreaRow[], areaId: ListChoices['areaId']) {
	const holidays = (nation: Nation) => listDaysOff(db, actor, { nation, venueId: null }).bankHolidays;
	return {
		bankHolidays: {
			'england-and-wales': holidays('england-and-wales'),
			scotland: holidays('scotland'),
			'northern-ireland': holidays('northern-ireland'),
		},
		closuresOf: (row: CohortRow) => {
			const place = placeOfRow(row, areas, areaId);
			const venueId = place.done ? place.value.venueId : null;
			return listDaysOff(db, actor, { nation: holidaysOf(row.nation), venueId }).closures;
		},
	};
}

type Row = {
	readonly cohort: PlannedCohort;
	readonly areas: readonly AreaRow[];
	readonly areaId: ListChoices['areaId'];
	readonly known: readonly FacilitatorOnStaff[];
	readonly clashes: boolean;
};
type StaysOut = 'no-such-venue' | 'no-such-room' | 'no-area' | 'nobody-known';

function toStore(
	context: AppContext,
	db: Db,
	actor: Actor,
	{ cohort, areas, areaId, known, clashes }: Row,
): Outcome<CohortToStore, StaysOut> {
	const place = placeOfRow(cohort, areas, areaId);
	if (!place.done) return place;
	const firstDay = cohort.times[0]?.day ?? cohort.startDate;
	const programme = programmeFor(cohort.family, cohort.side, context.content.programmes, firstDay)!;
	const keys = new Set(cohort.team.flatMap((mate) => mate.known?.key ?? []));
	const mayBe = known.filter(({ supportsPartners }) => !(supportsPartners && programme.side === 'perpetrator'));
	const team = [...keys].filter((key) => mayBe.some((one) => one.key === key)) as StaffId[];
	if (team.length === 0) return refused('nobody-known');
	const nation = holidaysOf(cohort.nation);
	const settled = { programme, nation, ...place.value, team };
	const isDraft = clashes || isInTheWay(context, db, actor, { cohort, ...settled });
	return done({ cohort, ...settled, isDraft });
}

function noteFor(outcome: Outcome<CohortToStore, StaysOut>): string | null {
	if (outcome.done)
		return outcome.value.isDraft ? 'Comes in as a draft: it clashes. Resolve that, then open it.' : null;
	const { name, venue } = outcome.details;
	switch (outcome.code) {
		case 'no-such-venue':
			return `Stays out: there is no one venue called ${name} here. Set it up under Places.`;
		case 'no-such-room':
			return `Stays out: ${venue} has no room called ${name} here. Set it up under Places.`;
		case 'no-area':
			return 'Stays out: it meets online. Choose the area when you upload the plan.';
		case 'nobody-known':
			return 'Stays out: nobody of its team has an account as a facilitator who may lead it.';
	}
}
