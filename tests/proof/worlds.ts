import { readFileSync } from 'node:fs';
import { eq, inArray } from 'drizzle-orm';
import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { needsSecondFactor } from '#app/domain/access/second-factor.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { calendarDay } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type {
	AccreditationId,
	AreaId,
	BrokenGlassId,
	CalendarInvitationId,
	CohortId,
	CoverId,
	FamilyId,
	GapAcceptanceId,
	Id,
	ImportId,
	LeaveId,
	NonAssociationId,
	ObservationId,
	PersonId,
	ProgrammeVersionId,
	ReferrerContactId,
	StaffId,
	StaffNoticeId,
	TaskId,
} from '#app/domain/shared/ids.ts';
import { instant, plusMinutes } from '#app/domain/shared/instant.ts';
import type { TaskDesk, TaskKind } from '#app/domain/tasks/task-kinds.ts';
import { createCredentials } from '#app/sign-in/credentials.ts';
import { createOneTimeCodes } from '#app/sign-in/one-time-codes.ts';
import { startVersion } from '#app/use-cases/programmes/start-version.ts';
import { makeLink } from '#app/use-cases/staff/invite-staff.ts';
import * as schema from '#db/schema/index.ts';
import { insertCalendarFeed } from '#db/stores/calendar/calendar-feeds.ts';
import { insertObservationDraw } from '#db/stores/observing/observations.ts';
import { insertStaff, replaceStaffDuties } from '#db/stores/staff.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenObservation } from '#tests/support/observations.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { type FullCohort, givenFullCohort } from './full-cohort.ts';
import type { Values } from './routes.ts';
import { givenUndelivered } from './undelivered.ts';

/** A register as a spreadsheet, to be brought in. */
export const REGISTER = readFileSync(new URL('../fixtures/imports/register.xlsx', import.meta.url));
export const FACILITATORS = readFileSync(new URL('../fixtures/imports/facilitators.csv', import.meta.url));
export const COHORTS = readFileSync(new URL('../fixtures/imports/cohorts.csv', import.meta.url));
export const NOW = '2026-03-10T12:00:00Z';

/** What everybody proves themselves by: both the same each time, as the codes are that follow from the secret. */
export const PASSWORD = 'slow river under the bridge';
const PASSWORD_HASH = await createCredentials().hashPassword(PASSWORD);
const FACTOR = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
/** The code that every phone shows now, or so many steps later; each works once. */
export const phoneCode = (stepsLater = 0) => createOneTimeCodes().codeAt(FACTOR, instant(NOW), stepsLater);

/** Words that stand in everything of a side: whoever reads one on a page has learnt of it. */
export const HIS_NAME = 'Hisname';
export const HER_NAME = 'Hername';

export type World = ReturnType<typeof givenConfiguration> & {
	readonly his: FullCohort;
	/** Of his first session, and released. */
	readonly observationId: ObservationId;
	/** An open task about him on each desk of his side. */
	readonly tasks: Readonly<Record<string, TaskId>>;
	/** What an address may name that is the perpetrator side's own, or the organisation's: several of a kind. */
	readonly own: Readonly<Record<string, readonly string[]>>;
};

/** Her side as addresses and forms may name it. */
export type OtherSide = { readonly ids: Values; readonly cohort: FullCohort };

/**
 * World W: the whole configuration, and everything of the perpetrator side. Ids, secrets and the clock are the same each
 * time, so that two worlds can be compared to the byte.
 */
export function givenWorld(): World {
	const configuration = givenConfiguration();
	const { context, staff, place } = configuration;
	const his = givenFullCohort(context, {
		...{ ...place, side: 'perpetrator', name: HIS_NAME, team: [staff.facilitator, staff.colleague] },
		...{ firstDay: '2026-03-03', restrictedBy: staff.colleague, familyNames: ['Marlow', 'Zander', 'Abel', 'Ibsen'] },
	});
	const observed = { sessionId: his.sessionId, staffId: staff.observer.staffId };
	context.db
		.insert(schema.sessionObservers)
		.values({ ...observed, assignedBy: staff.lead.staffId, assignedAt: context.clock.now() })
		.run();
	const observationId = givenObservation(context, {
		...{ sessionId: his.sessionId, observerId: staff.spare.staffId, releasedBy: staff.lead.staffId },
	});
	const watched = givenOwnWatched(configuration, his);
	const coverId = givenCover(context, his, { absent: staff.colleague, asked: staff.spare, by: staff.coordinator });
	const tasks = givenTasks(context, his, ['team', 'coordinator', 'lead']);
	const ids = ownIds(configuration, his);
	const own = { ...ids, ...watched, coverId: [coverId], cohortId: [...ids.cohortId!, givenDraft(configuration)] };
	return {
		...configuration,
		his,
		observationId,
		tasks,
		own: {
			...{ ...own, taskId: Object.values(tasks), gapKey: [gapOf(his)] },
			importId: [his.importId, givenUpload(configuration)],
		},
	};
}

function givenReferrer({ db, clock }: TestContext, { enrolmentId }: FullCohort, name: string): void {
	const set = { name, agency: name, email: `${name.toLowerCase()}@example.org`, setAt: clock.now() };
	db.insert(schema.referrers)
		.values({ enrolmentId, ...set })
		.run();
}

/** What was said with who referred her, and a gap of her group that nobody can mend. */
function givenDecided({ db, ids, clock }: TestContext, her: FullCohort, { staffId }: StaffActor): void {
	const { cohortId, enrolmentId, sessionIds } = her;
	const said = {
		contactedOn: calendarDay('2026-03-09'),
		words: HER_NAME,
		recordedAt: clock.now(),
		recordedBy: staffId,
	};
	db.insert(schema.referrerContacts)
		.values({ id: ids.next<ReferrerContactId>(), enrolmentId, ...said })
		.run();
	const accepted = { reason: HER_NAME, acceptedAt: clock.now(), acceptedBy: staffId };
	db.insert(schema.gapAcceptances)
		.values({
			...{ id: ids.next<GapAcceptanceId>(), kind: 'log-missing', cohortId, sessionId: sessionIds[1]!, ...accepted },
		})
		.run();
}

/** A gap of the first session: its log says that one of its two facilitators delivered it. */
export function gapOf({ sessionId }: Pick<FullCohort, 'sessionId'>): string {
	return `too-few-facilitators-${sessionId}`;
}

/** Nobody has tried to reach his partner: known to partner support alone. */
export function partnerGapOf({ enrolmentId }: Pick<FullCohort, 'enrolmentId'>): string {
	return `partner-contact-missing-${enrolmentId}`;
}

/** None of them follows absences: a register that is saved would put those right. */
const KIND_ON: Readonly<Record<TaskDesk, TaskKind>> = {
	team: 'debrief-action',
	coordinator: 'exit-referrer',
	lead: 'concern',
	'partner-support': 'exit-partner',
};

/** One open task about a place on each of these desks, with its history. */
export function givenTasks(
	{ db, ids, clock }: TestContext,
	{ cohortId, enrolmentId, sessionId }: Pick<FullCohort, 'cohortId' | 'enrolmentId' | 'sessionId'>,
	desks: readonly TaskDesk[],
	words: string | null = null,
): Record<string, TaskId> {
	const openedAt = clock.now();
	const made = desks.map((desk) => {
		const id = ids.next<TaskId>();
		const kind = KIND_ON[desk];
		const about = { cohortId, enrolmentId, sessionId, cause: `${desk}:${enrolmentId}`, words };
		const due = { dueOn: calendarDay('2026-03-09'), openedAt, state: 'open' } as const;
		db.insert(schema.tasks)
			.values({ id, kind, desk, ...about, ...due })
			.run();
		db.insert(schema.taskEntries).values({ taskId: id, number: 1, event: 'opened', at: openedAt, words }).run();
		return [desk, id] as const;
	});
	return Object.fromEntries(made);
}

/** A draft of his side in whose way nothing is: it can be opened. */
function givenDraft({ context, place, staff }: Configuration): CohortId {
	const team = [staff.facilitator, staff.colleague];
	const when = { firstDay: '2026-03-14', sessionCount: 2 };
	const { cohortId } = givenCohort(context, { areaId: place.areaId, team, name: `${HIS_NAME} draft`, ...when });
	context.db.update(schema.cohorts).set({ state: 'draft' }).where(eq(schema.cohorts.id, cohortId)).run();
	return cohortId;
}

/** Somebody of his side whom nobody reads but by opening the record. */
export const LONE_REFERENCE = 'REF-alone';

/** A record that his facilitator opened and that waits for its review, an alert of it, and somebody who could be opened. */
function givenOwnWatched({ context: { db, ids, clock }, staff }: Configuration, his: FullCohort) {
	const now = clock.now();
	const { staffId } = staff.facilitator;
	const name = { givenName: HIS_NAME, familyName: 'Alone', reference: LONE_REFERENCE };
	const personId = ids.next<PersonId>();
	db.insert(schema.people)
		.values({ id: personId, side: 'perpetrator', ...name, createdAt: now })
		.run();
	const openingId = ids.next<BrokenGlassId>();
	const opened = { openedAt: now, opensUntil: plusMinutes(now, 60), closedAt: now };
	db.insert(schema.brokenGlass)
		.values({ id: openingId, staffId, personId, reason: 'He is at the door', ...opened })
		.run();
	const alertId = ids.next<Id<'alert'>>();
	const raised = { cause: 'same-surname', day: calendarDay('2026-03-10'), raisedAt: now, seq: 1 } as const;
	db.insert(schema.auditAlerts)
		.values({ id: alertId, staffId, ...raised, people: JSON.stringify([his.personId]) })
		.run();
	return { openingId: [openingId], alertId: [alertId] };
}

/** A register that the coordinator has begun to bring in. */
function givenUpload({ context: { db, ids, clock }, staff }: Configuration): ImportId {
	const id = ids.next<ImportId>();
	const file = { kind: 'register', fileName: 'register.xlsx', bytes: REGISTER } as const;
	const upload = { state: 'uploaded', uploadedBy: staff.coordinator.staffId, uploadedAt: clock.now() } as const;
	db.insert(schema.imports)
		.values({ id, ...file, ...upload })
		.run();
	return id;
}

/** World W′ is W after this: everything of the survivor side, beside him and in families with him. */
export function fillOtherSide(world: World): OtherSide {
	const { staff, house } = world;
	// Ids of its own, so that the perpetrator side’s next id is the same in both worlds.
	const context = { ...world.context, ids: idsFrom('her'), credentials: secretsFrom('her') } as TestContext;
	const cohort = givenFullCohort(context, {
		...{ ...house, side: 'survivor', name: HER_NAME, team: [staff.hers], restrictedBy: staff.hers },
		confirmedBy: staff.partnerSupport,
		...{ firstDay: '2026-03-05', familyNames: ['Marlow', 'Zander', 'Aaron', 'Zz'] },
	});
	const undelivered = givenUndelivered(context, cohort, HER_NAME, {
		setBy: staff.hers,
		confirmedBy: staff.partnerSupport,
	});
	for (const name of ['Aaa', `${HIS_NAME} group`, 'Zzz']) {
		const other = givenCohort(context, { ...house, side: 'survivor', name, firstDay: '2026-03-06', sessionCount: 2 });
		for (const familyName of ['Aaron', 'Marlow', 'Zz']) {
			givenMember(context, other, { givenName: HER_NAME, familyName });
		}
	}
	const family = givenFamily(context, world, cohort);
	const addedAt = context.clock.now();
	const related = {
		familyId: family.familyId,
		relationship: 'other-relative',
		addedBy: staff.partnerSupport.staffId,
	} as const;
	context.db
		.insert(schema.familyMembers)
		.values(undelivered.personIds.map((personId) => ({ ...related, personId, addedAt })))
		.run();
	// What lies with partner support about him and about her, and what lies with her own team.
	givenReferrer(context, cohort, HER_NAME);
	givenDecided(context, cohort, staff.lead);
	const forHim = givenTasks(context, world.his, ['partner-support'], HER_NAME);
	givenTasks(context, cohort, ['team', 'coordinator', 'lead', 'partner-support'], HER_NAME);
	const alertId = givenWatched(context, world, cohort);
	const { staffId } = staff.hersSpare;
	const left = { duty: 'co-facilitator', leftAt: instant('2026-03-06T12:00:00Z') } as const;
	context.db
		.insert(schema.formerTeamMembers)
		.values({ cohortId: cohort.cohortId, staffId, ...left })
		.run();
	const coverId = givenCover(context, cohort, { absent: staff.hers, asked: staff.hersSpare, by: staff.hers });
	return {
		cohort,
		ids: {
			...{ ...family, alertId, coverId, taskId: forHim['partner-support']!, gapKey: partnerGapOf(world.his) },
			...{ placeholderId: cohort.placeholderId, catchUpId: cohort.catchUpId },
			...{ cohortId: cohort.cohortId, sessionId: cohort.sessionId, personId: cohort.personId },
			...{ enrolmentId: cohort.enrolmentId, messageId: cohort.messageId, importId: cohort.importId },
			...{ contactId: cohort.contactId, planId: cohort.cohortId, concernId: cohort.concernId },
			adaptationId: cohort.adaptationId,
		},
	};
}

/** What ties the two sides: a family, who may not meet whom, the linked pair, and a record opened for an hour. */
function givenFamily(context: TestContext, { staff, place, his }: World, her: FullCohort) {
	const { db, ids, clock, credentials } = context;
	const now = clock.now();
	const { staffId } = staff.partnerSupport;
	const familyId = ids.next<FamilyId>();
	db.insert(schema.families)
		.values({ id: familyId, areaId: place.areaId, reference: 'F-1', workerId: staffId, createdAt: now })
		.run();
	const belongs = { familyId, addedBy: staffId, addedAt: now };
	db.insert(schema.familyMembers)
		.values([
			{ ...belongs, personId: his.personId, relationship: 'father' },
			{ ...belongs, personId: her.personId, relationship: 'mother' },
		])
		.run();
	const nonAssociationId = ids.next<NonAssociationId>();
	const [personId, otherPersonId] = [his.personId, her.personId].toSorted() as [never, never];
	db.insert(schema.nonAssociations)
		.values({ id: nonAssociationId, personId, otherPersonId, reason: HER_NAME, setBy: staffId, setAt: now })
		.run();
	db.insert(schema.cohortPairs)
		.values({
			...{ perpetratorCohortId: his.cohortId, survivorCohortId: her.cohortId },
			...{ linkedBy: staff.lead.staffId, linkedAt: now },
		})
		.run();
	const opened = { reason: HER_NAME, openedAt: now, opensUntil: plusMinutes(now, 60) };
	const openingId = ids.next<BrokenGlassId>();
	db.insert(schema.brokenGlass)
		.values([
			{ ...opened, id: openingId, staffId, personId: her.personId },
			// One at a time: the one before is closed.
			{ ...opened, id: ids.next<BrokenGlassId>(), staffId, personId: his.personId, closedAt: now },
		])
		.run();
	for (const lead of [staff.lead, staff.otherLead]) {
		const told = { staffId: lead.staffId, kind: 'review-waits', aboutId: openingId, createdAt: now } as const;
		const mail = { state: 'queued', dueAt: now, useBy: plusMinutes(now, 60) } as const;
		db.insert(schema.staffNotices)
			.values({ id: ids.next<StaffNoticeId>(), ...told, ...mail })
			.run();
	}
	const observed = { sessionId: her.sessionId, staffId: staff.hersObserver.staffId };
	db.insert(schema.sessionObservers)
		.values({ ...observed, assignedBy: staff.lead.staffId, assignedAt: now })
		.run();
	givenObservation(context, {
		...{
			sessionId: her.sessionId,
			observerId: staff.hersSpare.staffId,
			releasedBy: staff.lead.staffId,
			words: HER_NAME,
		},
	});
	insertObservationDraw(db, {
		...{ cohortId: her.cohortId, number: 1, seed: HER_NAME, share: 0.1, noticeDays: 7, pool: [] },
		...{ drawnAt: now, drawnBy: staff.lead.staffId, drawn: [{ sessionId: her.sessionId, startsAt: now }] },
	});
	const tokenHash = credentials.hashSecret('her calendar');
	insertCalendarFeed(db, { tokenHash, staffId: staff.hers.staffId, createdAt: now });
	const event = { title: HER_NAME, startsAt: plusMinutes(now, 60), endsAt: plusMinutes(now, 120), changedAt: now };
	const mailed = { state: 'queued', dueAt: now, useBy: plusMinutes(now, 60), plannedAt: now } as const;
	db.insert(schema.calendarInvitations)
		.values({
			...{ id: ids.next<CalendarInvitationId>(), staffId: staff.hers.staffId, sessionId: her.sessionId },
			...{ method: 'request', sequence: 7, ...event, ...mailed },
		})
		.run();
	return { familyId, nonAssociationId, openingId };
}

/** What is kept of her workers’ own doing: whom they looked at, references that they tried, what they typed and did not save. */
function givenWatched({ db, ids, clock }: TestContext, { staff }: World, her: FullCohort): Id<'alert'> {
	const now = clock.now();
	const { staffId } = staff.hers;
	const id = ids.next<Id<'alert'>>();
	const people = JSON.stringify([her.personId]);
	const raised = { cause: 'mass-viewing', day: calendarDay('2026-03-10'), raisedAt: now, seq: 1 } as const;
	db.insert(schema.auditAlerts)
		.values({ id, staffId, ...raised, people })
		.run();
	db.insert(schema.openingAttempts).values({ staffId, failures: 2, windowStartedAt: now }).run();
	db.insert(schema.slotRefusals).values({ staffId, failures: 2, windowStartedAt: now }).run();
	const typed = { path: `/sessions/${her.sessionId}/register`, pageName: HER_NAME, sealed: HER_NAME };
	db.insert(schema.keptForms)
		.values({
			...{ id: ids.next<Id<'kept-form'>>(), staffId, keyHash: 'her key', ...typed },
			...{ createdAt: now, expiresAt: plusMinutes(now, 60) },
		})
		.run();
	return id;
}

/** What W and W′ share: staff of both sides with their duties, places, closures, programmes, links. */
function givenConfiguration() {
	const context: TestContext = {
		...{ ...testContext({ now: NOW }), ids: idsFrom('id') },
		...{ credentials: secretsFrom('his'), oneTimeCodes: sameCodes() },
	};
	const place = givenPlaces(context);
	// One stop serves both venues; hers belongs to her side every day.
	const house = { ...givenPlaces(context, 'Westfield', { daysOf: 'survivor' }), areaId: place.areaId };
	context.db.update(schema.venues).set({ travelPoint: 'Bus station' }).run();
	const away = givenPlaces(context, 'Southfield');
	const side = 'perpetrator' as const;
	const his = { areaIds: [place.areaId], sides: [side] };
	const hers = { areaIds: [place.areaId], sides: ['survivor' as const] };
	const staff = {
		facilitator: givenStaff(context, { name: 'Sam Facilitator', accreditedFor: [] }),
		colleague: givenStaff(context, { name: 'Kim Colleague', accreditedFor: [] }),
		coordinator: givenStaff(context, { name: 'Jo Coordinator', roles: ['coordinator'], ...his }),
		administrator: givenStaff(context, { name: 'Pat Administrator', roles: ['administrator'] }),
		observer: givenStaff(context, { name: 'Lee Observer', roles: ['observer'] }),
		readOnly: givenStaff(context, { name: 'Ash Reader', roles: ['read-only'], ...his }),
		lead: givenStaff(context, { name: 'Max Lead', roles: ['lead'] }),
		// With fewer than two of them administrators are told that a review waits, whichever side’s (docs/security.md).
		otherLead: givenStaff(context, { name: 'Fay Lead', roles: ['lead'] }),
		spare: givenStaff(context, { name: 'Ola Spare', accreditedFor: [] }),
		hers: givenStaff(context, { name: 'Noor Worker', ...hers, accreditedFor: [] }),
		hersSpare: givenStaff(context, { name: 'Ivy Worker', ...hers, accreditedFor: [] }),
		hersObserver: givenStaff(context, { name: 'Eli Observer', roles: ['observer'] }),
		partnerSupport: givenStaff(context, { name: 'Rae Support', roles: ['partner-support'], ...hers }),
	};
	givenProofs(context, staff);
	const timeOfHis = givenStaffTime(context, staff);
	const closed = givenClosures(context, place.areaId);
	const listId = givenList(context, staff.administrator);
	const versionId = givenVersion(context, staff.lead);
	const { db, clock, credentials } = context;
	// Both sides’ facilitators get invitations: what his get must not depend on what hers do.
	const invited = [staff.facilitator.staffId, staff.hers.staffId];
	db.update(schema.staff).set({ invitesSince: clock.now() }).where(inArray(schema.staff.id, invited)).run();
	const feeds = [staff.facilitator, staff.coordinator].map(({ staffId }) => {
		const secret = credentials.newSecret();
		insertCalendarFeed(db, { tokenHash: credentials.hashSecret(secret), staffId, createdAt: clock.now() });
		return secret;
	});
	const link = givenLink(context);
	return { context, place, house, away, staff, ...closed, listId, versionId, feeds, link, timeOfHis };
}

/** A draft of a programme in the provider's own wording. */
function givenVersion(context: TestContext, lead: StaffActor): ProgrammeVersionId {
	const started = startVersion(context, lead, { slug: 'caring-dads', from: '1' });
	if (!started.done) throw new Error(started.code);
	return started.value;
}

/**
 * For what everybody is accredited, hours and leave: nobody for both sides, so that whether her facilitators work with the
 * other side of a family is no more than one bit behind another (tests/proof/one-bit.test.ts lets them be accredited).
 */
function givenStaffTime({ db, ids }: TestContext, staff: Readonly<Record<string, StaffActor>>) {
	const [accreditationId, leaveId] = [ids.next<AccreditationId>(), ids.next<LeaveId>()];
	const accredited = (id: AccreditationId, who: StaffActor, programmeSlug: string) => {
		const { staffId } = who;
		const recorded = { recordedBy: staff.lead!.staffId, recordedAt: instant(NOW) };
		db.insert(schema.staffAccreditations)
			.values({ id, staffId, programmeSlug, accreditedOn: calendarDay('2025-01-06'), expiresOn: null, ...recorded })
			.run();
	};
	accredited(accreditationId, staff.facilitator!, 'caring-dads');
	for (const who of [staff.colleague!, staff.spare!]) accredited(ids.next(), who, 'caring-dads');
	for (const who of [staff.hers!, staff.hersSpare!]) accredited(ids.next(), who, 'inspiring-families-non-abusing');
	const { staffId } = staff.facilitator!;
	db.insert(schema.staffLeave)
		.values({ id: leaveId, staffId, fromDay: calendarDay('2026-07-06'), toDay: calendarDay('2026-07-17') })
		.run();
	const hours = { weekday: 'tuesday', fromTime: clockTime('09:00'), toTime: clockTime('21:00') } as const;
	db.insert(schema.staffAvailability)
		.values({ staffId, ...hours })
		.run();
	return { accreditationId, leaveId };
}

/** A session that waits for the answer of somebody who is asked to stand in at it. */
function givenCover(
	{ db, ids }: TestContext,
	{ sessionIds }: FullCohort,
	who: Readonly<Record<'absent' | 'asked' | 'by', StaffActor>>,
) {
	const id = ids.next<CoverId>();
	const asked = { state: 'asked', askedBy: who.by.staffId, askedAt: instant(NOW) } as const;
	const of = { sessionId: sessionIds[3]!, absentId: who.absent.staffId, coveringId: who.asked.staffId };
	db.insert(schema.sessionCovers)
		.values({ id, ...of, ...asked })
		.run();
	const told = { staffId: who.asked.staffId, kind: 'cover-asked', aboutId: id, createdAt: instant(NOW) } as const;
	const mail = { state: 'queued', dueAt: instant(NOW), useBy: plusMinutes(instant(NOW), 60) } as const;
	db.insert(schema.staffNotices)
		.values({ id: ids.next<StaffNoticeId>(), ...told, ...mail })
		.run();
	return id;
}

/** How everybody proves who they are: a password; a second factor where it is asked for, and for two who want it. */
function givenProofs({ db, clock }: TestContext, staff: Readonly<Record<string, StaffActor>>): void {
	db.update(schema.staff).set({ passwordHash: PASSWORD_HASH }).run();
	const wanting = [staff.coordinator!.staffId, staff.spare!.staffId];
	const asked = Object.values(staff).filter(({ roles }) => needsSecondFactor(roles));
	for (const staffId of [...asked.map((one) => one.staffId), ...wanting]) {
		db.insert(schema.secondFactors).values({ staffId, secret: FACTOR, confirmedAt: clock.now() }).run();
		db.insert(schema.recoveryCodes).values({ staffId, codeHash: 'a code', createdAt: clock.now() }).run();
	}
	const linked = { issuer: 'https://login.example.org', subject: 'sam', linkedAt: clock.now() };
	db.insert(schema.staffIdentities)
		.values({ ...linked, staffId: staff.facilitator!.staffId })
		.run();
}

function givenClosures({ db, ids }: TestContext, areaId: AreaId) {
	const [closureId, holidayId] = [ids.next<Id<'closure'>>(), ids.next<Id<'bank-holiday'>>()];
	const shut = { fromDay: calendarDay('2026-05-20'), toDay: calendarDay('2026-05-21'), label: 'Painters' };
	db.insert(schema.closures)
		.values({ id: closureId, ...shut })
		.run();
	const day = { day: calendarDay('2026-05-25'), title: 'Spring bank holiday', checkedOn: calendarDay('2026-01-01') };
	db.insert(schema.bankHolidays)
		.values({ id: holidayId, nation: 'scotland', ...day })
		.run();
	// A Tuesday and a Thursday: sessions of both sides are on it.
	const [bothId, schoolHolidayId] = [ids.next<Id<'closure'>>(), ids.next<Id<'school-holiday'>>()];
	const both = { fromDay: calendarDay('2026-04-28'), toDay: calendarDay('2026-04-30'), label: 'Inspection' };
	db.insert(schema.closures)
		.values({ id: bothId, ...both })
		.run();
	const school = { ...both, areaId, label: 'Half term', checkedOn: calendarDay('2026-01-01') };
	db.insert(schema.schoolHolidays)
		.values({ id: schoolHolidayId, ...school })
		.run();
	return { closureId, holidayId, bothId, schoolHolidayId };
}

/** A list of facilitators that was brought in. */
function givenList({ db, ids, clock }: TestContext, { staffId }: StaffActor): ImportId {
	const id = ids.next<ImportId>();
	const rows = { read: 1, accepted: 1, refused: 0, skipped: 0 };
	const look = { rows, refused: [], clashes: [], toLookAt: [] };
	const made = { broughtIn: 0, staff: [], accreditations: [], hours: [], profiles: [] };
	const report = JSON.stringify({ counts: { ...rows, broughtIn: 0 }, look, lines: [], made });
	const list = { kind: 'facilitators', fileName: 'facilitators.csv', state: 'imported', report } as const;
	db.insert(schema.imports)
		.values({ id, ...list, uploadedBy: staffId, uploadedAt: clock.now(), importedAt: clock.now() })
		.run();
	return id;
}

function givenLink(context: AppContext): string {
	const { db, ids, clock } = context;
	const id = ids.next<StaffId>();
	insertStaff(db, { id, name: 'New Person', email: 'new@example.org', state: 'invited', createdAt: clock.now() });
	replaceStaffDuties(db, id, { roles: ['facilitator'], areaIds: [], sides: ['perpetrator'] });
	return makeLink(context, db, id, clock.now());
}

function ownIds({ place, staff, feeds, link, ...shared }: Configuration, his: FullCohort): World['own'] {
	const { closureId, bothId, holidayId, schoolHolidayId, listId, versionId } = shared;
	return {
		cohortId: [his.cohortId],
		sessionId: [his.sessionId, his.sessionIds[1]!],
		placeholderId: [his.placeholderId],
		catchUpId: [his.catchUpId],
		adaptationId: [his.adaptationId],
		personId: [his.personId, his.personIds.at(-1)!],
		enrolmentId: [his.enrolmentId, his.goneEnrolmentId],
		messageId: [his.messageId, his.rungMessageId, his.missedYouId],
		areaId: [place.areaId],
		venueId: [place.venueId],
		roomId: [place.roomId],
		closureId: [closureId],
		dayOffId: [bothId, closureId, schoolHolidayId],
		schoolHolidayId: [schoolHolidayId],
		listId: [listId],
		holidayId: [holidayId],
		nation: ['scotland'],
		// Hers too: what her programme says to who works with him must not depend on her cohorts.
		programmeId: ['caring-dads', 'inspiring-families-non-abusing'].map((slug) =>
			programmeIdOf({ slug, version: '1', variant: null }),
		),
		planNumber: ['1'],
		wordingId: ['reminder-email-en'],
		versionId: [versionId],
		staffId: [staff.spare.staffId],
		facilitatorId: [staff.facilitator.staffId],
		secret: [...feeds, link],
	};
}

type Configuration = ReturnType<typeof givenConfiguration>;
export type Reader = StaffActor | null;

function idsFrom(prefix: string): AppContext['ids'] {
	let last = 0;
	return {
		next: <AnyId>() => {
			last += 1;
			return `${prefix}${String(last).padStart(6, '0')}` as AnyId;
		},
	};
}

/** The real codes, but for secrets that are the same each time. */
function sameCodes(): AppContext['oneTimeCodes'] {
	let last = 0;
	return {
		...createOneTimeCodes(),
		newSecret: () => FACTOR,
		newRecoveryCode: () => {
			last += 1;
			return `recovery-code-${last}`;
		},
	};
}

/** The real credentials, but for secrets that are the same each time. */
function secretsFrom(prefix: string): AppContext['credentials'] {
	let last = 0;
	return {
		...createCredentials(),
		newSecret: () => {
			last += 1;
			return `${prefix}-secret-${last}`;
		},
	};
}
