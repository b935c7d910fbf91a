import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { countMissed } from '#app/domain/attendance/rate.ts';
import { exitReasonLabel, groupOfExitReason, parseExitReason } from '#app/domain/attrition/exit-reasons.ts';
import type { PersonSummary } from '#app/domain/cohorts/summarise-person.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { stripSessions } from '#app/ui/blocks/strip-sessions.ts';
import { completionInWords } from '#app/ui/catch-ups/catch-up-words.ts';
import { formatDate, formatDay, formatPercent } from '#app/ui/format.ts';
import { pairInWords } from '#app/ui/pairs/pair-words.ts';
import { curveWords } from '#app/ui/retention/curve-words.ts';
import { type CohortReview, reviewCohort } from '#app/use-cases/cohorts/review-cohort.ts';
import { readPairStep } from '#app/use-cases/pairs/read-pair-step.ts';
import { mayTurn } from '#app/use-cases/reminders/turn-kind.ts';
import { listTermRegisters } from '#db/queries/registers/term-registers.ts';
import { catchUpsView } from './catch-ups-view.ts';
import { adherenceChart } from './chart-words.ts';
import { earlySignsView } from './early-signs-view.ts';
import { viabilityInWords } from './viability-words.ts';
import { deliveryInWords, lossesInWords, rangeInWords, runInWords, scheduleInWords } from './words.ts';

export type CohortView = NonNullable<ReturnType<typeof readCohortView>>;
export type PersonView = CohortView['people'][number];
export type LeaverView = CohortView['leavers'][number];

/** All that the cohort's page shows, in words and figures ready to print; null when it is not the actor's to read. */
export function readCohortView(context: RequestContext, actor: StaffActor, cohortId: CohortId) {
	const review = reviewCohort(context, actor, cohortId);
	if (!review) return null;
	const { record, summary, now } = review;
	showsPeople(
		context,
		record.members.map(({ personId }) => personId),
	);
	return {
		...headOf(review),
		strip: stripSessions({ sessions: record.sessions, notes: summary.schedule, current: null, now }),
		scheduleNote: scheduleInWords(summary.schedule, record.planDecisions),
		pattern: record.may.changeSchedule ? paths.pattern(cohortId) : null,
		startedCount: { ...summary.startedCount, note: lossesInWords(summary) },
		completion: completionOf(review),
		viability: viabilityInWords(review.viability),
		delivery: { ...summary.delivery.adherence, note: deliveryInWords(summary.delivery) },
		...chartsOf(review),
		earlySigns: earlySignsView(review),
		...registerOf(review),
		catchUps: catchUpsView(review),
		people: record.members.flatMap((member, index) => personOf(review, member, index)),
		leavers: record.members.flatMap((member, index) => leaverOf(member, summary.people[index]!, index)),
		attendance: attendanceOf(review),
		/** Without the logs nothing can be said of what was delivered, not even that it is missing. */
		readsLogs: record.may.readLogs,
		readsRegisters: record.may.readMarks,
		dose: doseOf(review),
		files: record.may.readRegisters
			? { csv: paths.registerFile(cohortId, 'csv'), xlsx: paths.registerFile(cohortId, 'xlsx') }
			: null,
		byHand: byHandOf(context, actor, review),
		draft: draftOf(actor, review),
		...fidelityOf(review),
		...arrangedOf(context, actor, review),
		step: stepOf(context, actor, cohortId),
		...{ termPlan: paths.cohortTermPlan(cohortId), teamHref: paths.team(cohortId) },
		addMember: record.may.addMembers && record.cohort.state !== 'draft' ? paths.newMember(cohortId) : null,
	};
}

function chartsOf({ summary, programme }: CohortReview) {
	const { retention, startedCount, delivery } = summary;
	return {
		retention: curveWords({ ...retention, stayed: startedCount.stayed }, programme.plans.length),
		adherence: adherenceChart(delivery, programme.thresholds.fidelityBands.good),
	};
}

/** Where it is said how true the delivery is, what each person received of it, and who stays. */
function fidelityOf({ record: { cohort, may } }: CohortReview) {
	return {
		fidelity: may.readLogs ? paths.fidelity(cohort.id) : null,
		/** Each session with what was delivered of it and the way to its log. */
		sessionsHref: may.readLogs ? `${paths.fidelity(cohort.id)}#sessions-heading` : null,
		received: may.readLogs && may.readRegisters ? paths.received(cohort.id) : null,
		retentionHref: may.readExits ? paths.retention(cohort.id) : null,
	};
}

/** Registers on paper and from it, for who takes registers of the cohort; not everybody who reads it does. */
function byHandOf({ db }: RequestContext, actor: StaffActor, { record: { cohort, may } }: CohortReview) {
	const takesRegisters = listTermRegisters(db, actor, cohort.id).length > 0;
	return {
		typeUp: takesRegisters ? paths.typeUp(cohort.id) : null,
		paper: takesRegisters ? paths.termPaper(cohort.id) : null,
		sheet: may.bringInSheets ? paths.registerSheet(cohort.id) : null,
	};
}

/** Over everybody’s rows, with what was missed and the apologies among it apart. */
function attendanceOf({ record, summary: { attendance } }: CohortReview) {
	return {
		share: formatPercent(attendance.count, attendance.outOf),
		range: rangeInWords(attendance),
		notRecorded: attendance.notRecorded,
		...countMissed(record.marks),
	};
}

/** The register at a look: the sessions as its columns, the people as its rows. */
function registerOf({ record, summary }: CohortReview) {
	return {
		sessions: record.sessions.map(({ planNumber, time }) => ({
			number: planNumber,
			when: time ? formatDay(time.day) : 'not booked',
		})),
		register: record.members.map(({ name }, index) => ({
			...{ name, id: markRow(index), cells: summary.people[index]!.cells },
		})),
	};
}

function arrangedOf({ db }: RequestContext, actor: StaffActor, review: CohortReview) {
	const { id } = review.record.cohort;
	return { messagesHref: mayTurn(db, actor, id) ? paths.cohortMessages(id) : null, pair: pairOf(actor, review) };
}

/** The page on the linked cohort: only for who may link them, so that nothing of it shows to anybody else. */
function pairOf(actor: StaffActor, { record: { cohort } }: CohortReview): string | null {
	const isOfFamilies = cohort.side !== 'professional';
	return isOfFamilies && mayAtAll(actor, 'write', 'cohort-pair') ? paths.cohortPair(cohort.id) : null;
}

function stepOf(context: RequestContext, actor: StaffActor, cohortId: CohortId) {
	const step = readPairStep(context, actor, cohortId);
	return step && pairInWords(step);
}

/** The page on which a draft is opened: for who arranges the cohort. The others read that it is one. */
function draftOf(actor: StaffActor, { record: { cohort } }: CohortReview) {
	if (cohort.state !== 'draft') return null;
	return { open: mayAtAll(actor, 'write', 'cohort') ? paths.draft(cohort.id) : null };
}

type Member = CohortReview['record']['members'][number];

function headOf({ record: { cohort, team }, programme, summary }: CohortReview) {
	const { startsOn } = summary.schedule;
	const hasBegun = summary.delivery.sessions.some(({ state }) => state !== 'to-come');
	const term = startsOn && `${hasBegun ? 'started' : 'starts'} ${formatDate(startsOn)}`;
	const ended = cohort.state === 'finished' || cohort.state === 'cancelled' ? cohort.state : null;
	const place = cohort.venue ? [cohort.venue, cohort.room].filter(Boolean).join(', ') : 'Online';
	return {
		name: cohort.name,
		caption: [cohort.area, term, ended].filter(Boolean).join(' · '),
		state: cohort.state,
		hasBegun,
		places: cohort.places,
		programme: programmeLabel(programme),
		place,
		team: team.map(({ name }) => name),
	};
}

function completionOf({ record, summary }: CohortReview) {
	const { canComplete, lastChance, outOfReach, catchUpsOpen, completed } = summary.completion;
	const named = (ids: readonly string[]) =>
		record.members.filter(({ enrolmentId }) => ids.includes(enrolmentId)).map(({ name }) => name);
	return { canComplete, lastChance: named(lastChance), outOfReach: named(outOfReach), catchUpsOpen, completed };
}

function personOf({ record, summary }: CohortReview, member: Member, index: number) {
	const person = summary.people[index]!;
	if (!person.isActive && member.state !== 'completed') return [];
	const { attendance, received, caughtUp } = person;
	return [
		{
			name: member.name,
			reference: member.reference,
			href: paths.person(member.personId),
			attendance: formatPercent(attendance.count, attendance.outOf),
			marksHref: `#${markRow(index)}`,
			range: rangeInWords(attendance),
			notRecorded: attendance.notRecorded,
			received: received.outOf === 0 ? 'nothing yet' : `${received.received} of ${received.outOf}`,
			caughtUp,
			run: runInWords(person),
			completion:
				member.state === 'completed'
					? 'Completed'
					: person.isActive
						? completionInWords(person.best, person.catchUpsNeeded)
						: '',
			standing: member.state === 'completed' ? ('reached' as const) : person.best.standing,
			exit: record.may.recordExits && person.isActive ? paths.exit(member.enrolmentId) : null,
		},
	];
}

function leaverOf(member: Member, { lastAttended, attendance }: PersonSummary, index: number) {
	const { exitOn, exitKind, exitReason, exitNote } = member;
	if (exitOn === null || exitKind === null) return [];
	const reason = parseExitReason(exitReason ?? '');
	return [
		{
			name: member.name,
			reference: member.reference,
			href: paths.person(member.personId),
			how: exitKind === 'removed' ? 'Removed by the service' : 'Left',
			when: formatDate(exitOn),
			after: lastAttended === null ? 'Never attended' : `After session ${lastAttended}`,
			reason: reason
				? `${groupOfExitReason(reason).label}: ${exitReasonLabel(reason).toLowerCase()}`
				: unread(exitReason),
			note: exitNote,
			attendance: formatPercent(attendance.count, attendance.outOf),
			marksHref: `#${markRow(index)}`,
		},
	];
}

/** The row of the register on this page that a person’s figures are made of. */
function markRow(index: number): string {
	return `marks-${index + 1}`;
}

/** A reason that is kept from the reader is not one that nobody knows. */
function unread(exitReason: string | null): string {
	return exitReason === null ? 'Not shown' : 'Not known';
}

function doseOf({ summary }: CohortReview) {
	const { held, minutes, adherence } = summary.delivery;
	const share = ({ count, outOf }: { count: number; outOf: number }) => formatPercent(count, outOf);
	return {
		sessions: `${held.sessions.count} of ${held.sessions.outOf} that were due, of ${held.planned} in the plan`,
		unanswered: held.unanswered,
		minutes: share(minutes.minutes),
		minutesMissing: minutes.missing,
		core: share(adherence.core),
		adaptable: share(adherence.adaptable),
		asIntended: share(adherence.asIntended),
	};
}
