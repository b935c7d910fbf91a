import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { type AttendanceFact, isExposure } from '#app/domain/attendance/attendance-fact.ts';
import { MARK_MEANINGS, MARKS } from '#app/domain/attendance/marks.ts';
import { attendanceRate } from '#app/domain/attendance/rate.ts';
import { ENROLMENT_STATE_LABELS, isActive } from '#app/domain/attrition/enrolment.ts';
import { exitReasonLabel, groupOfExitReason, parseExitReason } from '#app/domain/attrition/exit-reasons.ts';
import { isCurrent } from '#app/domain/people/safe-contact.ts';
import type { BrokenGlassId, PersonId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant, wallTimeOf } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatDate, formatPercent, formatTime } from '#app/ui/format.ts';
import { findOpenRecord } from '#db/queries/access/openings.ts';
import { findPersonPostcode } from '#db/queries/audit/postcodes.ts';
import { type EnrolmentRow, listEnrolmentsOfPerson, listPlacesToEnd } from '#db/queries/enrolments.ts';
import { listFamiliesOfPerson } from '#db/queries/families/families.ts';
import { findPerson, listMarksOfPerson } from '#db/queries/people.ts';
import { findPersonContact, type PersonContact } from '#db/queries/safe-contacts.ts';
import { listReferrersOf, type ReferrerRow } from '#db/queries/tasks/referrers.ts';

export type PlaceView = ReturnType<typeof placeView>;

/** What the page of a person shows; null when the actor may not read them. A part that they may not read is left out. */
export function personView(context: RequestContext, actor: StaffActor, personId: PersonId) {
	const { db, clock } = context;
	const person = findPerson(db, actor, personId);
	if (!person) return null;
	showsPeople(context, [personId]);
	const marks = Map.groupBy(listMarksOfPerson(db, actor, personId), ({ enrolmentId }) => enrolmentId);
	const mayEnd = listPlacesToEnd(db, actor, personId);
	const referrers = new Map(listReferrersOf(db, actor, personId).map((one) => [one.enrolmentId, one]));
	const contact = findPersonContact(db, actor, personId);
	const open = findOpenRecord(db, actor, clock.now());
	const writes = findPersonContact(db, actor, personId, 'write') !== null;
	const writable = findPersonPostcode(db, actor, personId);
	return {
		name: person.name,
		reference: person.reference,
		...otherPages(db, actor, personId),
		opened: open?.personId === personId ? openedInWords(open) : null,
		places: listEnrolmentsOfPerson(db, actor, personId).map((enrolment) =>
			placeView(enrolment, marks.get(enrolment.id) ?? [], {
				mayEnd: mayEnd.includes(enrolment.id),
				readsNames: mayAtAll(actor, 'read', 'person.name'),
				referrer: referrers.get(enrolment.id) ?? null,
			}),
		),
		postcode: writable && { text: writable.postcode ?? 'None is kept.', href: paths.postcode(personId) },
		viewsHref: mayAtAll(actor, 'read', 'audit') ? paths.personViews(personId) : null,
		contact: contact && {
			sentence: contactSentence(contact, dayOf(clock.now())),
			href: writes ? paths.safeContact(personId) : null,
		},
	};
}

/** What partner-support workers and leads go on to: the families, who may not be met, who may see the name. */
function otherPages(db: RequestContext['db'], actor: StaffActor, personId: PersonId) {
	return {
		families: listFamiliesOfPerson(db, actor, personId).map(({ id, reference }) => ({
			reference,
			href: paths.family(id),
		})),
		nonAssociations: mayAtAll(actor, 'write', 'non-association') ? paths.nonAssociations(personId) : null,
		restriction: mayAtAll(actor, 'write', 'restriction') ? paths.restriction(personId) : null,
	};
}

function openedInWords({ id, opensUntil }: { readonly id: BrokenGlassId; readonly opensUntil: Instant }) {
	return { until: formatTime(wallTimeOf(opensUntil).time), endHref: paths.openingEnd(id) };
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
		undoHref: mayEnd && enrolment.exitOn !== null ? paths.exitUndo(enrolment.id) : null,
	};
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

function contactSentence({ contact }: PersonContact, today: string): string {
	if (!contact) return 'No safe contact: no message leaves for this person.';
	const state = isCurrent(contact, today as never)
		? ''
		: ' It is past its review: no message leaves until it is renewed.';
	return `${contact.address}, to be checked again by ${formatDate(contact.reviewBy)}.${state}`;
}
