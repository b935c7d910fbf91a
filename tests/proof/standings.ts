import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Relation } from '#app/domain/access/policy.ts';
import { type AccessTarget, grantedRelations, mayAtAll } from '#app/domain/access/policy.ts';
import type { BrokenGlassId, TaskId } from '#app/domain/shared/ids.ts';
import { plusMinutes } from '#app/domain/shared/instant.ts';
import * as schema from '#db/schema/index.ts';
import { givenObservation } from '#tests/support/observations.ts';
import { givenStaff } from '#tests/support/world.ts';
import { type FullCohort, givenFullCohort } from './full-cohort.ts';
import type { Asks, Kind } from './route-access.ts';
import type { Values } from './routes.ts';
import { fillOtherSide, gapOf, givenWorld, HIS_NAME, partnerGapOf, type World } from './worlds.ts';

/** Something that an address may name: its ids, and how each of the actors below stands to it. */
export type Thing = {
	readonly name: string;
	readonly ids: Values;
	/** What of its kind it is, where the policy tells several apart. */
	readonly what?: AccessTarget;
	/** Only addresses of these kinds are tried on it; all when left out. */
	readonly kinds?: readonly Kind[];
	readonly side: 'perpetrator' | 'survivor';
	readonly areaId: string;
	readonly team: readonly string[];
	readonly observers: readonly string[];
	/** Who is asked for the cover, or who the facilitator is. */
	readonly self?: readonly string[];
	readonly openedBy: readonly string[];
	/** Who wrote what was changed in its session. */
	readonly adaptedBy?: readonly string[];
	/** In which area the family of its person is; null for somebody without one. */
	readonly familyAreaId: string | null;
	/** Who alone may read its person’s name; null for everybody whom the policy lets. */
	readonly readers: readonly string[] | null;
};

export type Standings = {
	readonly world: World;
	readonly actors: Readonly<Record<string, StaffActor>>;
	readonly things: readonly Thing[];
};

/** A world with somebody for each way to stand to a record, and a record for each way to be stood to. */
export function givenStandings(): Standings {
	const world = givenWorld();
	const { context, staff, place, away, his } = world;
	const { cohort: hers, ids: herIds } = fillOtherSide(world);
	const awayTeam = givenStaff(context, { name: 'Facilitator elsewhere' });
	const farAway = givenFullCohort(context, {
		...{ ...away, side: 'perpetrator', name: `${HIS_NAME}Elsewhere`, team: [awayTeam], restrictedBy: awayTeam },
		...{ firstDay: '2026-03-03', familyNames: ['Oak', 'Elm', 'Ash'] },
	});
	const actors = { ...giveActors(world), 'facilitator elsewhere': awayTeam };
	const openingId = openRecord(world, actors['facilitator who opened his record']);
	decideBothSides(world, actors['coordinator of both sides']);
	const ended = { cohortId: his.cohortId, staffId: actors['facilitator whose time on the team is over'].staffId };
	context.db
		.insert(schema.teamMembers)
		.values({ ...ended, duty: 'co-facilitator', endedAt: context.clock.now() })
		.run();
	for (const sessionId of [his.sessionIds[3]!, farAway.sessionId]) {
		const seen = { sessionId, observerId: staff.hersObserver.staffId, releasedBy: staff.lead.staffId };
		givenObservation(context, seen);
	}
	const own = { areaId: place.areaId, openedBy: [], readers: null, familyAreaId: null, observers: [] };
	const ofHis = { ...own, side: 'perpetrator', team: [staff.facilitator.staffId, staff.colleague.staffId] } as const;
	const { familyId = '', nonAssociationId = '', openingId: herOpeningId = '', alertId: herAlertId = '' } = herIds;
	const together = { familyId, nonAssociationId };
	const hisIds = { ...idsOf(his), ...together, openingId, alertId: world.own.alertId![0]! };
	const inFamily = { familyAreaId: place.areaId };
	const openedBy = [actors['facilitator who opened his record'].staffId];
	const things: Thing[] = [
		{
			...ofHis,
			...inFamily,
			name: 'his',
			ids: hisIds,
			observers: [staff.observer.staffId],
			openedBy,
			...{ adaptedBy: [staff.facilitator.staffId] },
		},
		{
			...{ ...ofHis, name: 'his next', kinds: ['session'] },
			ids: { ...idsOf(his), sessionId: his.sessionIds[3]!, coverId: world.own.coverId![0]! },
		},
		{
			...{ ...ofHis, name: 'his request for cover', kinds: ['cover'], self: [staff.spare.staffId] },
			ids: { coverId: world.own.coverId![0]! },
		},
		{
			...{ ...own, name: 'her request for cover', side: 'survivor', team: [], kinds: ['cover'] },
			...{ self: [staff.hersSpare.staffId], ids: { coverId: herIds.coverId! } },
		},
		...tasksOf(world).map(([desk, taskId]) => ({
			...{ ...ofHis, name: `his task of ${desk}`, kinds: ['task'] as const },
			...{ what: `task.${desk}` as const, ids: { taskId } },
		})),
		{
			...{ ...ofHis, name: 'his task for partner support', kinds: ['task'], what: 'task.partner-support' },
			ids: { taskId: herIds.taskId! },
		},
		{
			...{ ...ofHis, name: 'his gap', kinds: ['gap', 'acceptable-gap'], what: 'task.lead' },
			ids: { gapKey: gapOf(his) },
		},
		{
			...{ ...ofHis, name: 'his gap for partner support', kinds: ['gap'], what: 'task.partner-support' },
			ids: { gapKey: partnerGapOf(his) },
		},
		{
			...{ ...own, name: 'her gap', side: 'survivor', team: [staff.hers.staffId], what: 'task.lead' },
			...{ kinds: ['gap', 'acceptable-gap'], ids: { gapKey: gapOf(hers) } },
		},
		{
			...{ ...ofHis, name: 'his facilitator', kinds: ['facilitator'], self: [staff.facilitator.staffId], team: [] },
			ids: { facilitatorId: staff.facilitator.staffId, ...world.timeOfHis },
		},
		{
			...{ ...ofHis, name: 'his who is restricted', ids: { personId: his.personIds.at(-1)! }, kinds: ['person'] },
			readers: [staff.colleague.staffId],
		},
		{
			...ofHis,
			name: 'his elsewhere',
			ids: idsOf(farAway),
			areaId: away.areaId,
			team: [awayTeam.staffId],
			...{ adaptedBy: [awayTeam.staffId] },
		},
		{
			...{ ...own, ...inFamily, name: 'hers', side: 'survivor', team: [staff.hers.staffId] },
			ids: { ...idsOf(hers), ...together, openingId: herOpeningId, alertId: herAlertId },
			observers: [staff.hersObserver.staffId],
			adaptedBy: [staff.hers.staffId],
		},
		{
			...{ ...ofHis, name: 'a coordinator of both sides', kinds: ['staff'] },
			ids: { staffId: actors['coordinator of both sides'].staffId },
		},
	];
	return { world, actors, things };
}

function tasksOf({ tasks }: World) {
	return Object.entries(tasks) as (readonly ['team' | 'coordinator' | 'lead', TaskId])[];
}

function giveActors({ context, staff, place, away }: World) {
	const by = (...[roles, areaIds, sides]: readonly [readonly string[], readonly string[], readonly string[]]) =>
		givenStaff(context, { name: `${roles} ${sides}`, roles, areaIds, sides } as Parameters<typeof givenStaff>[1]);
	const [here, there] = [[place.areaId], [away.areaId]];
	return {
		'facilitator of his team': staff.facilitator,
		'facilitator of his team who reads the restricted name': staff.colleague,
		'facilitator whose time on the team is over': givenStaff(context, { name: 'Past Facilitator' }),
		'facilitator who opened his record': givenStaff(context, { name: 'Opening Facilitator' }),
		'facilitator of her team': staff.hers,
		'facilitator who is asked for cover of his session': staff.spare,
		'coordinator of his side': staff.coordinator,
		'coordinator of his side elsewhere': by(['coordinator'], there, ['perpetrator']),
		'coordinator of her side': by(['coordinator'], here, ['survivor']),
		'coordinator of both sides': by(['coordinator'], here, ['perpetrator', 'survivor']),
		lead: staff.lead,
		'partner-support worker': staff.partnerSupport,
		'partner-support worker elsewhere': by(['partner-support'], there, ['survivor']),
		administrator: staff.administrator,
		'observer of his session': staff.observer,
		'observer of her session': staff.hersObserver,
		'read-only of his side': staff.readOnly,
		'read-only of her side': by(['read-only'], here, ['survivor']),
		'administrator who coordinates elsewhere': by(['administrator', 'coordinator'], there, ['perpetrator']),
		'nobody in particular': by([], [], []),
	};
}

/** A lead’s decision that stands. */
function decideBothSides({ context, staff }: World, { staffId }: StaffActor): void {
	const decided = { reason: 'Nobody else', decidedBy: staff.lead.staffId, decidedAt: context.clock.now() };
	context.db
		.insert(schema.bothSidesDecisions)
		.values({ staffId, ...decided })
		.run();
}

function openRecord({ context, his }: World, { staffId }: StaffActor): BrokenGlassId {
	const { db, ids, clock } = context;
	const now = clock.now();
	const opened = {
		personId: his.personId,
		reason: 'He is at the door',
		openedAt: now,
		opensUntil: plusMinutes(now, 60),
	};
	const id = ids.next<BrokenGlassId>();
	db.insert(schema.brokenGlass)
		.values({ id, staffId, ...opened })
		.run();
	return id;
}

function idsOf({ cohortId, placeholderId, catchUpId, sessionId, ...full }: FullCohort): Values {
	const { personId, enrolmentId, messageId, importId, adaptationId } = full;
	return { cohortId, placeholderId, catchUpId, sessionId, personId, enrolmentId, messageId, importId, adaptationId };
}

/** Whether the policy table lets the actor do this to the thing, standing to it as they do. */
export function isGranted(actor: StaffActor, asks: Asks, thing: Thing): boolean {
	const standings = standingsTo(actor, thing, asks.of);
	const owners = asks.of === 'session' ? (thing.adaptedBy ?? []) : thing.openedBy;
	if (asks.own && !owners.includes(actor.staffId)) return false;
	const grants = ({ may, what }: Pick<Asks, 'may' | 'what'>) =>
		grantedRelations(actor, may, what).some((relation) => standings.includes(relation));
	const isNamed = grants({ may: 'read', what: 'person.name' }) && (thing.readers?.includes(actor.staffId) ?? true);
	const isGrantedAtAll = asks.anywhere && mayAtAll(actor, asks.may, asks.what);
	const asked = thing.what ? { ...asks, what: thing.what } : asks;
	return (
		(isGrantedAtAll || grants(asked)) &&
		(asks.and ? (asks.and.anywhere ? mayAtAll(actor, asks.and.may, asks.and.what) : grants(asks.and)) : true) &&
		(asks.byName ? isNamed : true)
	);
}

function standingsTo({ staffId, areaIds, sides }: StaffActor, thing: Thing, kind: Kind): Relation[] {
	// A family has no side: whoever works in its area stands to the whole of it.
	const inFamilyArea = areaIds.some((areaId) => areaId === thing.familyAreaId);
	const inFamily = kind === 'person' && inFamilyArea;
	const holds: Readonly<Record<Relation, boolean>> = {
		organisation: true,
		team: thing.team.includes(staffId),
		delivers: kind === 'session' && thing.team.includes(staffId),
		self: thing.self?.includes(staffId) ?? false,
		area:
			kind === 'family'
				? inFamilyArea
				: // A facilitator belongs to no area: who arranges cohorts of a side reads for what they are accredited.
					kind === 'facilitator'
					? sides.length > 0
					: areaIds.some((areaId) => areaId === thing.areaId) && sides.includes(thing.side),
		'either-side': areaIds.some((areaId) => areaId === thing.areaId),
		observed: kind === 'session' && thing.observers.includes(staffId),
		family: inFamily,
		'family-survivor': inFamily && thing.side === 'survivor',
		opened: kind === 'person' && thing.openedBy.includes(staffId),
	};
	return (Object.keys(holds) as Relation[]).filter((relation) => holds[relation]);
}
