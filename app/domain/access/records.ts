/**
 * What somebody may read or write, each with the fields of it that the policy can tell apart. A record with one field is
 * read whole or not at all. What is not granted of a record that may be read is masked in the query (docs/security.md).
 */
export const RECORD_FIELDS = {
	programme: ['all'],
	'programme-version': ['all'],
	'fidelity-bands': ['all'],
	cohort: ['all'],
	session: ['all'],
	register: ['marks', 'notes'],
	'delivery-log': ['all'],
	adaptation: ['record', 'decision'],
	debrief: ['notes', 'actions', 'supervision'],
	'taking-part': ['all'],
	concern: ['all'],
	'catch-up': ['all'],
	'late-catch-up': ['all'],
	person: ['reference', 'name', 'postcode'],
	'safe-contact': ['all'],
	exit: ['date', 'reason', 'note'],
	retention: ['all'],
	message: ['all'],
	'message-decision': ['all'],
	'message-kinds': ['organisation', 'cohort'],
	'message-wording': ['all'],
	import: ['register', 'facilitators', 'cohorts', 'school-holidays'],
	family: ['all'],
	'non-association': ['all'],
	restriction: ['all'],
	'cohort-pair': ['all'],
	cover: ['all'],
	'own-cover': ['all'],
	accreditation: ['all'],
	practice: ['all'],
	'staff-time': ['all'],
	observer: ['all'],
	observation: ['scores', 'feedback', 'figures', 'release'],
	'observation-plan': ['all'],
	'both-sides-decision': ['all'],
	policy: ['all'],
	audit: ['all'],
	alert: ['all'],
	staff: ['all'],
	places: ['all'],
	'venue-days': ['all'],
	closures: ['all'],
	'own-calendar': ['all'],
	opening: ['all'],
	review: ['all'],
	notice: ['all'],
	referrer: ['all'],
	task: ['team', 'coordinator', 'lead', 'partner-support'],
} as const;

export type AccessRecord = keyof typeof RECORD_FIELDS;
/** One field of a record: `register.notes`. */
export type AccessField = { [Rec in AccessRecord]: `${Rec}.${(typeof RECORD_FIELDS)[Rec][number]}` }[AccessRecord];
/** A whole record, of which any granted field will do; or one field of it. */
export type AccessTarget = AccessRecord | AccessField;

export const ACCESS_RECORDS = Object.keys(RECORD_FIELDS) as AccessRecord[];
/** Every field of every record, in the order in which the policy is shown. */
export const ACCESS_FIELDS = ACCESS_RECORDS.flatMap((record) =>
	RECORD_FIELDS[record].map((field) => `${record}.${field}` as AccessField),
);

/** What the page on the policy calls each field. */
export const FIELD_NAMES: Readonly<Record<AccessField, string>> = {
	'programme.all': 'Programmes and session plans',
	'programme-version.all': 'Programmes in their own wording: drafts, publishing',
	'fidelity-bands.all': 'Programmes: from which percentage delivery is good, or to be watched',
	'cohort.all': 'Cohorts: schedule, team, figures',
	'session.all': 'Sessions: time, place, plan',
	'register.marks': 'Registers: marks',
	'register.notes': 'Registers: reasons and notes',
	'delivery-log.all': 'Delivery logs',
	'adaptation.record': 'Adaptations: what was changed',
	'adaptation.decision': 'Adaptations: approving what is proposed',
	'debrief.notes': 'Debriefs: notes',
	'debrief.actions': 'Debriefs: actions',
	'debrief.supervision': 'Debriefs: what is brought to supervision',
	'taking-part.all': 'Registers: engagement and homework',
	'concern.all': 'Concerns: what concerned a facilitator',
	'catch-up.all': 'Catch-ups: booking and cancelling',
	'late-catch-up.all': 'Catch-ups after their last day',
	'person.reference': 'People: reference and places',
	'person.name': 'People: name',
	'person.postcode': 'People: postcode',
	'safe-contact.all': 'Safe contacts',
	'exit.date': 'Exits: that and when',
	'exit.reason': 'Exits: reasons',
	'exit.note': 'Exits: notes',
	'retention.all': 'Figures on who stays, over the cohorts of a programme',
	'message.all': 'Messages as they left',
	'message-decision.all': 'Messages: approving one that waits for it, stopping all to a person',
	'message-kinds.organisation': 'Messages: turning kinds on and off everywhere',
	'message-kinds.cohort': 'Messages: turning kinds on and off for a cohort',
	'message-wording.all': 'Messages: approving the words in which they leave',
	'import.register': 'Registers brought in from spreadsheets',
	'import.facilitators': 'Lists of facilitators brought in',
	'import.cohorts': 'Plans of cohorts brought in, of both sides',
	'import.school-holidays': 'School holidays brought in',
	'family.all': 'Families: who belongs together',
	'non-association.all': 'Non-associations: who may not meet whom',
	'restriction.all': 'Restricted people: who may see their names',
	'cohort-pair.all': 'Linked pairs of cohorts',
	'cover.all': 'Cover: who stands in at a session',
	'own-cover.all': 'Answering when they are asked for cover',
	'accreditation.all': 'Accreditations of facilitators',
	'practice.all': 'Facilitators: their page for supervision',
	'staff-time.all': 'Facilitators: hours and leave',
	'observer.all': 'Observers of sessions',
	'observation.scores': 'Observations: scores and notes',
	'observation.feedback': 'Observations: their notice, and what is released of them',
	'observation.figures': 'Observations: figures of a cohort from those released',
	'observation.release': 'Observations: releasing them to the facilitators',
	'observation-plan.all': 'Plans of observations: which sessions were drawn',
	'both-sides-decision.all': 'Decisions that a coordinator works on both sides',
	'policy.all': 'This page: who may see what',
	'audit.all': 'The audit trail: who looked at what and who changed it',
	'alert.all': 'Alerts about who looks at what',
	'staff.all': 'Staff and their duties',
	'places.all': 'Areas, venues and rooms',
	'venue-days.all': 'Venues: which side is there on which weekday',
	'closures.all': 'Closures, bank holidays and school holidays',
	'own-calendar.all': 'Their own calendar feed and invitations',
	'opening.all': 'Opening one record in an emergency',
	'review.all': 'Reviews of opened records',
	'notice.all': 'Their own notices',
	'referrer.all': 'Referrers: who referred a person',
	'task.team': 'Tasks of the team of a cohort',
	'task.coordinator': 'Tasks of coordinators',
	'task.lead': 'Tasks of leads',
	'task.partner-support': 'Tasks of partner-support workers',
};

/** The record that a target is, or is a field of. */
export function recordOf(target: AccessTarget): AccessRecord {
	return target.split('.', 1)[0] as AccessRecord;
}

/** The fields that a target stands for: its own, or every field of a whole record. */
export function fieldsOf(target: AccessTarget): readonly AccessField[] {
	if (target.includes('.')) return [target as AccessField];
	const record = target as AccessRecord;
	return RECORD_FIELDS[record].map((field) => `${record}.${field}` as AccessField);
}
