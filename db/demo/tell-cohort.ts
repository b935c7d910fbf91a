import type { Exit } from '#app/domain/attrition/enrolment.ts';
import { type Programme, planNumbered } from '#app/domain/programmes/programme.ts';
import { type CalendarDay, plusDays, weekdayOf } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { CohortId, EnrolmentId } from '#app/domain/shared/ids.ts';
import { instantOf, plusMinutes } from '#app/domain/shared/instant.ts';
import { layOutCohort } from '#app/use-cases/cohorts/lay-out-cohort.ts';
import { type CohortDraft, type CohortPlanned, planCohort } from '#app/use-cases/cohorts/plan-cohort.ts';
import { enrolPerson } from '#app/use-cases/people/enrol-person.ts';
import { recordExit } from '#app/use-cases/people/record-exit.ts';
import { moveSession } from '#app/use-cases/sessions/move-session.ts';
import { planSessionMove } from '#app/use-cases/sessions/plan-move.ts';
import { findEnrolment } from '../queries/enrolments.ts';
import { listSessions } from '../queries/sessions.ts';
import { FAMILY_NAMES } from './cast.ts';
import type { Chapter } from './chapters.ts';
import { certainly, type Member, type Stage } from './stage.ts';
import { tellSession } from './tell-session.ts';

export type ToldCohort = { readonly cohortId: CohortId; readonly members: readonly Member[] };

/** Tells one cohort from its lay-out to now, each thing at its own moment, and answers with who took part. */
export function tellCohort(stage: Stage, chapter: Chapter): ToldCohort {
	const programme = stage.context.content.programmeOf({ slug: chapter.programmeSlug, version: '1', variant: null });
	const { draft, planned } = settleStart(stage, chapter);
	const firstDay = planned.laidOut.firstDay!;
	noonOf(stage, plusDays(firstDay, -28));
	const coordinator = stage.actor(chapter.coordinator);
	const cohortId = stage.context.ids.next<CohortId>();
	const confirmation = { fingerprint: planned.fingerprint, accepted: true, cohortId };
	certainly(layOutCohort(stage.context, coordinator, draft, confirmation));
	const members = joinBefore(stage, { chapter, cohortId, programme }, firstDay);
	tellMove(stage, chapter, cohortId);
	walkSessions(stage, { chapter, programme, cohortId, members });
	return { cohortId, members };
}

/** Finds the earliest start from which the chapter's plan falls on its day, or on the first day after it that it can. */
function settleStart(stage: Stage, chapter: Chapter): { draft: CohortDraft; planned: CohortPlanned } {
	for (let onDay = chapter.onDay; ; onDay = plusDays(onDay, 7)) {
		for (let weeks = chapter.plan - 1; weeks < chapter.plan + 8; weeks += 1) {
			const draft = draftFor(stage, chapter, plusDays(onDay, -7 * weeks));
			const planned = certainly(planCohort(stage.context, stage.context.db, stage.actor(chapter.coordinator), draft));
			const falls = planned.laidOut.sessions.find(({ planNumber }) => planNumber === chapter.plan)?.time?.day;
			if (falls === onDay && planned.laidOut.firstDay === draft.earliestStart) return { draft, planned };
		}
	}
}

function draftFor(stage: Stage, chapter: Chapter, earliestStart: CalendarDay): CohortDraft {
	const { areaId, venueId, roomIds } = stage.place(chapter.area);
	const [lead, co] = chapter.team;
	return {
		name: chapter.name,
		programme: { slug: chapter.programmeSlug, version: '1', variant: null },
		areaId,
		nation: null,
		place: { venueId, roomId: roomIds[chapter.room] ?? null },
		leadId: stage.actor(lead).staffId,
		coFacilitatorIds: [stage.actor(co).staffId],
		slots: [{ weekday: weekdayOf(chapter.onDay), startTime: chapter.startTime }],
		earliestStart,
		skippedWeeks: chapter.breaks.map(({ weeksBefore, label }) => {
			const from = plusDays(chapter.onDay, -7 * weeksBefore - 2);
			return { from, to: plusDays(from, 4), label };
		}),
		runsOnBankHoliday: false,
		places: chapter.places,
	};
}

/** The day before a session its coordinator moves it with all after it. */
function tellMove(stage: Stage, { moved, coordinator }: Chapter, cohortId: CohortId): void {
	if (!moved) return;
	const { context } = stage;
	const actor = stage.actor(coordinator);
	const session = listSessions(context.db, actor, [cohortId]).find(({ planNumber }) => planNumber === moved.plan)!;
	const { day, startTime, lengthMinutes } = session.time!;
	noonOf(stage, plusDays(day, -1));
	const chosen = { sessionId: session.id, to: { day: plusDays(day, moved.days), startTime, lengthMinutes } };
	const { fingerprint } = certainly(planSessionMove(context, context.db, actor, chosen));
	const asked = { askedBy: 'service', why: moved.why } as const;
	certainly(moveSession(context, actor, { ...chosen, scope: 'later', asked, fingerprint }));
}

type Joined = { readonly chapter: Chapter; readonly programme: Programme; readonly cohortId: CohortId };

function joinBefore(stage: Stage, joined: Joined, firstDay: CalendarDay): Member[] {
	return Array.from({ length: joined.chapter.joining[0] }, (_, index) => {
		noonOf(stage, plusDays(firstDay, -24 + 2 * (index % 11)));
		return join(stage, joined);
	});
}

function join(stage: Stage, { chapter, programme, cohortId }: Joined): Member {
	const name = stage.newName(chapter.givenNames, FAMILY_NAMES);
	const who = { kind: 'new', ...name, reference: stage.nextReference(programme.side) } as const;
	const joined = certainly(enrolPerson(stage.context, stage.actor(chapter.coordinator), { cohortId, who }));
	return { ...joined, comes: chapter.comes - 0.15 * stage.chance.next() ** 2 };
}

type Course = Joined & { readonly members: Member[] };

function walkSessions(stage: Stage, { chapter, programme, cohortId, members }: Course): void {
	const { context, now, chance } = stage;
	const sessions = listSessions(context.db, stage.actor(chapter.coordinator), [cohortId]);
	const over = sessions.filter(({ time }) => time !== null && plusMinutes(time.endsAt, 60) <= now);
	const gone = new Set<EnrolmentId>();
	for (const [index, session] of over.entries()) {
		const late = session.planNumber === 2 || session.planNumber === 3 ? chapter.joining[session.planNumber - 1]! : 0;
		noonOf(stage, session.time!.day);
		for (let count = 0; count < late; count += 1) members.push(join(stage, { chapter, programme, cohortId }));
		const present = members.filter(({ enrolmentId }) => !gone.has(enrolmentId));
		const isWritten = index < over.length - chapter.unwritten;
		tellSession(stage, {
			chapter,
			session,
			plan: planNumbered(programme, session.planNumber),
			members: present,
			isWritten,
		});
		for (const exit of chapter.exits.filter(({ afterPlan }) => afterPlan === session.planNumber)) {
			const leaver = chance.pick(present.filter(({ enrolmentId }) => !gone.has(enrolmentId)));
			gone.add(leaver.enrolmentId);
			leave(stage, chapter, leaver, { ...exit, on: plusDays(session.time!.day, 1) });
		}
	}
}

type Leaving = Omit<Exit, 'note'>;

function leave(stage: Stage, chapter: Chapter, { enrolmentId }: Member, { kind, reason, on }: Leaving): void {
	const coordinator = stage.actor(chapter.coordinator);
	noonOf(stage, on);
	if (stage.context.clock.now() > stage.now) return;
	const { version } = findEnrolment(stage.context.db, coordinator, enrolmentId, 'write', 'exit')!;
	certainly(recordExit(stage.context, coordinator, { enrolmentId, version, on, kind, reason, note: null }));
}

function noonOf(stage: Stage, day: CalendarDay): void {
	stage.at(instantOf(day, clockTime('12:00'))!);
}
