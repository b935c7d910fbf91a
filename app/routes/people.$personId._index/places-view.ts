import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { type AttendanceFact, isExposure } from '#app/domain/attendance/attendance-fact.ts';
import {
	bookedPlans,
	type CatchUp,
	type CatchUpRecord,
	catchUpsLeft,
	catchUpsOf,
} from '#app/domain/attendance/catch-ups.ts';
import { MARK_MEANINGS, MARKS } from '#app/domain/attendance/marks.ts';
import { attendanceRate } from '#app/domain/attendance/rate.ts';
import { bestPossible } from '#app/domain/attrition/best-possible.ts';
import { ENROLMENT_STATE_LABELS, isActive } from '#app/domain/attrition/enrolment.ts';
import { exitReasonLabel, groupOfExitReason, parseExitReason } from '#app/domain/attrition/exit-reasons.ts';
import type { PersonId, SessionId } from '#app/domain/shared/ids.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { catchUpInWords, catchUpsNeeded, completionInWords, optionsInWords } from '#app/ui/catch-ups/catch-up-words.ts';
import { formatDate, formatPercent } from '#app/ui/format.ts';
import { listBookedCatchUps, listDoneCatchUps } from '#db/queries/catch-ups/catch-ups.ts';
import { type EnrolmentRow, listEnrolmentsOfPerson, listPlacesToEnd } from '#db/queries/enrolments.ts';
import { listMarksOfPerson } from '#db/queries/people.ts';
import { listReferrersOf, type ReferrerRow } from '#db/queries/tasks/referrers.ts';
import { mayOn } from '#db/queries/visible-cohorts.ts';
import { comingSessions } from './coming-sessions.ts';
import { missingCore } from './missing-core.ts';

export type PlaceView = ReturnType<typeof readPlaces>[number];

/** The places of a person as the actor may read them: attendance, catch-ups, and what can still be reached. */
export function readPlaces(context: RequestContext, actor: StaffActor, personId: PersonId) {
	const { db } = context;
	const by = <Row extends { enrolmentId: string }>(rows: readonly Row[]) =>
		Map.groupBy(rows, ({ enrolmentId }) => enrolmentId as string);
	const marks = by(listMarksOfPerson(db, actor, personId));
	const done = by(listDoneCatchUps(db, actor, { personId }));
	const booked = by(listBookedCatchUps(db, actor, { personId }));
	const mayEnd = listPlacesToEnd(db, actor, personId);
	const referrers = new Map(listReferrersOf(db, actor, personId).map((one) => [one.enrolmentId, one]));
	return listEnrolmentsOfPerson(db, actor, personId).map((enrolment) => {
		const facts = marks.get(enrolment.id) ?? [];
		const catchUps = { done: done.get(enrolment.id) ?? [], booked: booked.get(enrolment.id) ?? [] };
		const record = { facts, ...catchUps, isActive: isActive(enrolment.state) };
		return {
			...placeView(enrolment, facts, {
				mayEnd: mayEnd.includes(enrolment.id),
				readsNames: mayAtAll(actor, 'read', 'person.name'),
				referrer: referrers.get(enrolment.id) ?? null,
			}),
			...reachOf(context, enrolment, record),
			catchUps: catchUpLines(context, actor, enrolment, record),
			missing: record.isActive ? missingCore(context, actor, enrolment) : [],
			coming: record.isActive ? comingSessions(context, actor, enrolment, facts) : [],
		};
	});
}

type Leave = {
	readonly mayEnd: boolean;
	readonly readsNames: boolean;
	/** Who referred them; null for who may not read that. */
	readonly referrer: ReferrerRow | null;
};

function placeView(enrolment: EnrolmentRow, facts: readonly AttendanceFact[], { mayEnd, readsNames, referrer }: Leave) {
	const rate = attendanceRate(facts);
	const goesOn = isActive(enrolment.state);
	return {
		id: enrolment.id,
		cohort: enrolment.cohort ?? 'Cohort not shown',
		href: enrolment.cohort === null ? null : paths.cohort(enrolment.cohortId),
		state: ENROLMENT_STATE_LABELS[enrolment.state],
		goesOn,
		since: `${formatDate(enrolment.enrolledOn)}, from session ${enrolment.joinsAtPlan}`,
		exit: exitInWords(enrolment),
		attended: formatPercent(rate.count, rate.outOf),
		marks: marksInWords(facts, rate.notRecorded),
		datesHref: goesOn && readsNames && enrolment.cohort !== null ? paths.dates(enrolment.id) : null,
		referrer: referrer && {
			text: referrer.name === null ? 'Not recorded' : `${referrer.name}, ${referrer.agency}`,
			href: referrer.mayWrite ? paths.referrer(enrolment.id) : null,
		},
		endHref: mayEnd && goesOn ? paths.exit(enrolment.id) : null,
		undoHref: mayEnd && !goesOn ? paths.exitUndo(enrolment.id) : null,
		undoText: enrolment.state === 'completed' ? 'Undo the completion' : 'Undo the exit',
	};
}

type Fact = AttendanceFact & { readonly sessionId: SessionId };
type Place = Omit<CatchUpRecord, 'facts'> & { readonly facts: readonly Fact[] };

/** What they can still reach; nothing of a place that has ended, or whose marks the reader may not see. */
function reachOf({ clock, content }: RequestContext, enrolment: EnrolmentRow, record: Place) {
	if (!record.isActive || record.facts.length === 0) return { completion: null, lastChance: null };
	const programme = content.programmeOf(programmeKey(enrolment));
	const caughtUpPlans = record.done.map(({ planNumber }) => planNumber);
	const { joinsAtPlan } = enrolment;
	const now = clock.now();
	const person = { ...record, caughtUpPlans, bookedPlans: bookedPlans(record.booked, now), joinsAtPlan };
	const best = bestPossible(person, programme, now);
	const catchUps = catchUpsOf(record, programme.thresholds, now);
	const options = optionsInWords(catchUps, catchUpsLeft(catchUps, programme.thresholds));
	return {
		completion: completionInWords(best, catchUpsNeeded(best)),
		lastChance: best.standing === 'last-chance' ? options : null,
	};
}

function programmeKey({ programmeSlug: slug, programmeVersion: version, programmeVariant: variant }: EnrolmentRow) {
	return { slug, version, variant };
}

/** Each catch-up in words, with where one that is needed is booked. */
function catchUpLines(
	{ db, clock, content }: RequestContext,
	actor: StaffActor,
	enrolment: EnrolmentRow,
	record: Place,
) {
	const { thresholds } = content.programmeOf(programmeKey(enrolment));
	const catchUps = catchUpsOf(record, thresholds, clock.now());
	const mayBook = catchUpsLeft(catchUps, thresholds) > 0 && mayOn(db, actor, 'write', 'catch-up', enrolment.cohortId);
	return catchUps.map((catchUp) => ({
		text: catchUpInWords(catchUp),
		href: catchUp.sessionId && enrolment.cohort !== null ? paths.session(catchUp.sessionId) : null,
		bookHref: mayBook && catchUp.state === 'needed' ? bookHref(catchUp, enrolment, record) : null,
	}));
}

function bookHref({ planNumber }: CatchUp, { id }: EnrolmentRow, { facts }: Place): string | null {
	const missed = facts.findLast((fact) => fact.planNumber === planNumber && isExposure(fact));
	return missed ? paths.bookCatchUp(missed.sessionId, id) : null;
}

function exitInWords({ exitOn, exitReason }: EnrolmentRow): string | null {
	const reason = exitReason && parseExitReason(exitReason);
	if (!exitOn) return null;
	if (!reason) return formatDate(exitOn);
	return `${formatDate(exitOn)}. ${groupOfExitReason(reason).label}: ${exitReasonLabel(reason).toLowerCase()}`;
}

function marksInWords(facts: readonly AttendanceFact[], notRecorded: number): string {
	const exposed = facts.filter(isExposure);
	const counts = MARKS.map((mark) => ({
		label: MARK_MEANINGS[mark].label,
		times: exposed.filter((fact) => fact.mark === mark).length,
	}));
	const words = [...counts, { label: 'Not yet recorded', times: notRecorded }].filter(({ times }) => times > 0);
	return words.map(({ label, times }) => `${label} ${times}`).join(', ') || 'No register yet';
}
