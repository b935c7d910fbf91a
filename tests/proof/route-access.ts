import type { Access, AccessTarget, Relation } from '#app/domain/access/policy.ts';

/** What an address names, and so how somebody can stand to it. */
export type Kind =
	/** Nothing: a list, or a page for making something new. There for whoever may do this to some record at all. */
	| 'none'
	/** Something of the organisation’s configuration or content: there, or unknown. */
	| 'configuration'
	| 'cohort'
	| 'session'
	| 'person'
	| 'enrolment'
	| 'message'
	| 'import'
	| 'family'
	| 'opening'
	| 'review'
	| 'alert'
	| 'cover'
	| 'facilitator'
	| 'task'
	| 'gap'
	/** One of which a lead may say that nobody can mend it. */
	| 'acceptable-gap'
	| 'staff';

export type Asks = {
	readonly may: Access;
	readonly what: AccessTarget;
	readonly of: Kind;
	/** Asked beside the first; all have to be granted. */
	readonly and?: { readonly may: Access; readonly what: AccessTarget; readonly anywhere?: true };
	/** Asked of no record in particular: the grant counts however somebody stands to this one, and `and` decides on it. */
	readonly anywhere?: true;
	/** Only the grants by this relation count. */
	readonly by?: Relation;
	/** Of each his own, what they opened or wrote: there for nobody else, whatever the policy grants. */
	readonly own?: true;
	/** Not there either when a restriction keeps the person’s name from the reader. */
	readonly byName?: true;
	/** What a page that is there answers; 200 when left out. */
	readonly status?: 302;
};
/** `public`: anybody may ask. `nowhere`: not there for anybody, it only takes a form. */
export type RouteAccess = Asks | 'public' | SignedIn | Nowhere;
/** There for whoever is signed in, about themselves alone, with what it then answers. */
type SignedIn = { readonly signedIn: 200 | 302 | 400 | 404; readonly only?: keyof OwnProof };
/** What somebody has of their own, on which a page about themselves depends. */
export type OwnProof = {
	readonly password: boolean;
	readonly secondFactor: boolean;
	readonly secondFactorByChoice: boolean;
};
type Nowhere = { readonly nowhere: Omit<Asks, 'status'> };

const reads = (what: AccessTarget, of: Kind, more: Partial<Asks> = {}): Asks => ({ may: 'read', what, of, ...more });
const writes = (what: AccessTarget, of: Kind, more: Partial<Asks> = {}): Asks => ({ may: 'write', what, of, ...more });
const both = (asks: Asks) => ({ get: asks, post: asks });
/** A form that stands on another page: its own address, when opened, leads back there or nowhere. */
const formOnly = (asks: Asks) => ({ get: { nowhere: asks }, post: asks });

/**
 * What each route asks before it shows or takes anything. Who is let in is not written here: the policy table says so. A
 * route without an entry fails the suite, and so does an entry without a route.
 */
export const ROUTE_ACCESS: Readonly<
	Record<string, { readonly get?: RouteAccess; readonly post?: Exclude<RouteAccess, Nowhere> }>
> = {
	$: { get: 'public', post: 'public' },
	_index: { get: { signedIn: 302 } },
	'access-policy': { get: reads('policy', 'none') },
	more: { get: { signedIn: 200 } },
	'account._index': { get: { signedIn: 200 } },
	'account.password': { get: { signedIn: 200 }, post: { signedIn: 400 } },
	'account.second-factor': { get: { signedIn: 200 }, post: { signedIn: 400 } },
	'account.second-factor_.recovery-codes': {
		get: { signedIn: 200, only: 'secondFactor' },
		post: { signedIn: 400, only: 'secondFactor' },
	},
	'account.second-factor_.removal': {
		get: { signedIn: 200, only: 'secondFactorByChoice' },
		post: { signedIn: 400, only: 'secondFactorByChoice' },
	},
	// An empty form names no sign-in of theirs.
	'account.sign-ins.end': { get: { signedIn: 404 }, post: { signedIn: 404 } },
	// The organisation of the tests has no sign-in of its own; a link to one is cut only by who has a password left.
	'account.single-sign-on': { get: { signedIn: 404 }, post: { signedIn: 404 } },
	'account.single-sign-on_.removal': { get: { signedIn: 404 }, post: { signedIn: 302, only: 'password' } },
	'audit._index': { get: reads('audit', 'none') },
	'audit.alerts._index': { get: reads('alert', 'none') },
	'audit.alerts.$alertId': { get: reads('alert', 'alert'), post: writes('alert', 'alert') },
	accessibility: { get: 'public' },
	calendar: both(writes('own-calendar', 'none')),
	'calendar_.end': {
		get: writes('own-calendar', 'none', { status: 302 }),
		post: writes('own-calendar', 'none'),
	},
	'calendar_.term-plan': { get: writes('own-calendar', 'none') },
	'calendar_.invitations': {
		get: writes('own-calendar', 'none', { status: 302 }),
		post: writes('own-calendar', 'none'),
	},
	'calendars.$secret[.]ics': { get: 'public' },
	'mails.bounces': { get: 'public', post: 'public' },
	'closures._index': { get: reads('closures', 'none') },
	'closures.new': both(writes('closures', 'none')),
	'closures.$closureId.removal': both(writes('closures', 'configuration')),
	'closures.$dayOffId.sessions': {
		get: writes('session', 'configuration', { anywhere: true, and: { may: 'read', what: 'closures' } }),
		post: writes('session', 'configuration', { anywhere: true, and: { may: 'read', what: 'closures' } }),
	},
	'closures.school-holidays.$areaId': {
		get: reads('closures', 'configuration'),
		post: writes('closures', 'configuration'),
	},
	'closures.school-holidays.$areaId_.import': both(writes('import.school-holidays', 'configuration')),
	'closures.school-holidays.days.$schoolHolidayId.removal': both(writes('closures', 'configuration')),
	'closures.bank-holidays.$nation': {
		get: reads('closures', 'configuration'),
		post: writes('closures', 'configuration'),
	},
	'closures.bank-holidays.$nation_.check': formOnly(writes('closures', 'configuration')),
	'closures.bank-holidays.days.$holidayId.removal': both(writes('closures', 'configuration')),
	'cohorts._index': { get: reads('cohort', 'none') },
	'cohorts.new': both(writes('cohort', 'none')),
	'cohorts.$cohortId._index': { get: reads('cohort', 'cohort') },
	'cohorts.$cohortId.draft': both(writes('cohort', 'cohort')),
	'cohorts.$cohortId.members.new': {
		get: writes('person', 'cohort', { and: { may: 'read', what: 'cohort' } }),
		post: writes('person', 'cohort'),
	},
	'cohorts.$cohortId.pattern': both(writes('session', 'cohort')),
	'cohorts.$cohortId.observation-plan': both(writes('observation-plan', 'cohort')),
	'cohorts.$cohortId.pair': both(writes('cohort-pair', 'cohort')),
	'cohorts.$cohortId.pair_.end': {
		get: writes('cohort-pair', 'cohort', { status: 302 }),
		post: writes('cohort-pair', 'cohort'),
	},
	'cohorts.$cohortId.fidelity': {
		get: reads('delivery-log', 'cohort', { and: { may: 'read', what: 'cohort' } }),
	},
	'cohorts.$cohortId.completions': {
		get: writes('exit', 'cohort', { and: { may: 'read', what: 'delivery-log' } }),
		post: writes('exit', 'cohort', { and: { may: 'read', what: 'delivery-log' } }),
	},
	'cohorts.$cohortId.retention': {
		get: reads('exit.date', 'cohort', { and: { may: 'read', what: 'cohort' } }),
	},
	'cohorts.$cohortId.received': {
		get: reads('delivery-log', 'cohort', { and: { may: 'read', what: 'register' } }),
	},
	'cohorts.$cohortId.received[.]csv': {
		get: reads('delivery-log', 'cohort', { and: { may: 'read', what: 'register' } }),
	},
	'cohorts.$cohortId.register[.]csv': { get: reads('register', 'cohort', { and: { may: 'read', what: 'cohort' } }) },
	'cohorts.$cohortId.register[.]xlsx': { get: reads('register', 'cohort', { and: { may: 'read', what: 'cohort' } }) },
	// Of the sessions of the cohort: who delivers one takes its register.
	'cohorts.$cohortId.register.paper': { get: writes('register', 'session') },
	'cohorts.$cohortId.register.sheet': both(writes('import.register', 'cohort')),
	'cohorts.$cohortId.type-up': both(writes('register', 'session')),
	'cohorts.$cohortId.team': {
		get: reads('cohort', 'cohort'),
		post: writes('cohort', 'cohort'),
	},
	'cohorts.$cohortId.term-plan': { get: reads('session', 'cohort', { and: { may: 'read', what: 'cohort' } }) },
	'covers.$coverId': both(writes('own-cover', 'cover')),
	'decisions._index': both(writes('both-sides-decision', 'none')),
	'decisions.$staffId.end': {
		get: writes('both-sides-decision', 'none', { status: 302 }),
		post: writes('both-sides-decision', 'staff'),
	},
	'enrolments.$enrolmentId.dates': { get: reads('person.name', 'enrolment') },
	'enrolments.$enrolmentId.referrer': both(writes('referrer', 'enrolment')),
	'enrolments.$enrolmentId.referrer_.contacts': both(writes('referrer', 'enrolment')),
	'enrolments.$enrolmentId.exit': both(writes('exit', 'enrolment')),
	'enrolments.$enrolmentId.exit_.undo': both(writes('exit', 'enrolment')),
	'families._index': { get: reads('family', 'none') },
	'families.new': both(writes('family', 'none')),
	'families.$familyId._index': { get: reads('family', 'family') },
	'families.$familyId_.worker': both(writes('family', 'family')),
	'families.$familyId_.members.new': both(writes('family', 'family')),
	'families.$familyId_.members.$personId': both(writes('family', 'family')),
	'families.$familyId_.members.$personId_.removal': both(writes('family', 'family')),
	availability: { get: writes('staff-time', 'none', { by: 'self', status: 302 }) },
	'facilitators._index': { get: reads('accreditation', 'none') },
	'facilitators.$facilitatorId._index': { get: reads('accreditation', 'facilitator') },
	'facilitators.$facilitatorId_.supervision': { get: reads('practice', 'facilitator') },
	'facilitators.$facilitatorId_.term-plan': { get: reads('accreditation', 'facilitator') },
	'facilitators.$facilitatorId_.accreditations': both(writes('accreditation', 'facilitator')),
	'facilitators.$facilitatorId_.accreditations_.end': {
		get: writes('accreditation', 'facilitator', { status: 302 }),
		post: writes('accreditation', 'facilitator'),
	},
	'facilitators.$facilitatorId_.hours': both(writes('staff-time', 'facilitator')),
	'facilitators.$facilitatorId_.leave': both(writes('staff-time', 'facilitator')),
	'facilitators.$facilitatorId_.leave_.end': {
		get: writes('staff-time', 'facilitator', { status: 302 }),
		post: writes('staff-time', 'facilitator'),
	},
	healthcheck: { get: 'public' },
	'imports._index': { get: writes('import', 'none') },
	'imports.new': both(writes('import.register', 'none')),
	'imports.facilitators.new': both(writes('import.facilitators', 'none')),
	'imports.cohorts.new': both(writes('import.cohorts', 'none')),
	'imports.$importId': both(writes('import.register', 'import')),
	'imports.lists.$listId': both(writes('import.facilitators', 'configuration')),
	'imports.lists.$listId_.undo': both(writes('import.facilitators', 'configuration')),
	'imports.$importId_.undo': both(writes('import.register', 'import')),
	'invitations.$secret': { get: 'public', post: 'public' },
	'invitations.$secret_.single-sign-on': { get: 'public' },
	'messages._index': { get: reads('message', 'none') },
	'messages.$messageId': {
		get: reads('message', 'message'),
		post: writes('message-decision', 'message', { byName: true }),
	},
	'texts.deliveries': { get: 'public', post: 'public' },
	'calls._index': { get: reads('safe-contact', 'none') },
	'calls.$messageId': {
		get: reads('message', 'message', { and: { may: 'read', what: 'safe-contact' }, byName: true }),
		post: writes('message-decision', 'message', { and: { may: 'read', what: 'safe-contact' }, byName: true }),
	},
	'messages.kinds': both(writes('message-kinds.organisation', 'none')),
	'messages.wordings._index': { get: writes('message-wording', 'none') },
	'messages.wordings.$wordingId': both(writes('message-wording', 'configuration')),
	'cohorts.$cohortId.messages': both(writes('message-kinds.cohort', 'cohort')),
	'people.$personId_.messages': both(writes('message-decision', 'person', { byName: true })),
	'tasks._index': { get: reads('task', 'none') },
	'tasks.$taskId': both(writes('task', 'task')),
	'tasks.$taskId_.owner': both(writes('task', 'task')),
	'gaps._index': { get: reads('task', 'none') },
	'gaps.$gapKey._index': both(writes('task.lead', 'gap')),
	'gaps.$gapKey.acceptance': both(writes('task.lead', 'acceptable-gap')),
	'gaps.$gapKey.acceptance_.end': {
		get: writes('task.lead', 'acceptable-gap', { status: 302 }),
		post: writes('task.lead', 'acceptable-gap'),
	},
	notices: { get: reads('notice', 'none'), post: writes('notice', 'none') },
	observations: { get: reads('session', 'none', { by: 'observed' }) },
	'opened-records.new': both(writes('opening', 'none')),
	'opened-records.$openingId.end': {
		get: writes('opening', 'opening', { own: true, status: 302 }),
		post: writes('opening', 'opening', { own: true }),
	},
	'people._index': { get: reads('person', 'none') },
	'people.$personId._index': { get: reads('person', 'person') },
	'people.$personId_.safe-contact': both(writes('safe-contact', 'person', { byName: true })),
	'people.$personId_.safe-contact_.confirmation': {
		get: writes('safe-contact', 'person', { byName: true, status: 302 }),
		post: writes('safe-contact', 'person', { byName: true }),
	},
	'people.$personId_.safe-contact_.end': {
		get: writes('safe-contact', 'person', { byName: true, status: 302 }),
		post: writes('safe-contact', 'person', { byName: true }),
	},
	'people.$personId_.postcode': both(writes('person.postcode', 'person', { byName: true })),
	'people.$personId_.restriction': both(writes('restriction', 'person')),
	'people.$personId_.restriction_.end': {
		get: writes('restriction', 'person', { status: 302 }),
		post: writes('restriction', 'person'),
	},
	'people.$personId_.non-associations': both(
		writes('non-association', 'person', { anywhere: true, and: { may: 'read', what: 'person' } }),
	),
	'people.$personId_.non-associations_.$nonAssociationId.end': {
		get: writes('non-association', 'person', { anywhere: true, and: { may: 'read', what: 'person' }, status: 302 }),
		post: writes('non-association', 'person', { anywhere: true, and: { may: 'read', what: 'person' } }),
	},
	'people.$personId_.views': { get: reads('audit', 'person') },
	'places._index': { get: reads('places', 'none') },
	'places.areas.new': both(writes('places', 'none')),
	'places.areas.$areaId': both(writes('places', 'configuration')),
	'places.areas.$areaId_.venues.new': both(writes('places', 'configuration')),
	'places.venues.$venueId': both(writes('places', 'configuration')),
	'places.venues.$venueId_.days': both(writes('venue-days', 'configuration')),
	'places.venues.$venueId_.term-plan': { get: reads('places', 'configuration') },
	'places.venues.$venueId_.rooms.new': both(writes('places', 'configuration')),
	'places.rooms.$roomId': both(writes('places', 'configuration')),
	'programmes._index': { get: reads('programme', 'none') },
	'programmes.$programmeId._index': { get: reads('programme', 'configuration') },
	'programmes.$programmeId.bands': both(writes('fidelity-bands', 'configuration')),
	'programmes.$programmeId.overview': {
		get: reads('retention', 'configuration', {
			anywhere: true,
			and: { may: 'read', what: 'delivery-log', anywhere: true },
		}),
	},
	'programmes.$programmeId.fidelity': { get: reads('delivery-log', 'configuration', { anywhere: true }) },
	'programmes.$programmeId.adaptations': { get: reads('adaptation.record', 'configuration', { anywhere: true }) },
	'programmes.$programmeId.adaptations[.]csv': {
		get: reads('adaptation.record', 'configuration', { anywhere: true }),
	},
	'programmes.$programmeId.raters': { get: writes('observation.release', 'configuration') },
	'programmes.$programmeId.retention': {
		get: reads('retention', 'configuration', { anywhere: true, and: { may: 'read', what: 'programme' } }),
	},
	'programmes.$programmeId.retention[.]csv': {
		get: reads('retention', 'configuration', { anywhere: true, and: { may: 'read', what: 'programme' } }),
	},
	'programmes.$programmeId.plans.$planNumber': { get: reads('programme', 'configuration') },
	'programmes.$programmeId.versions._index': both(writes('programme-version', 'configuration')),
	'programmes.$programmeId.versions.$versionId._index': { get: writes('programme-version', 'configuration') },
	'programmes.$programmeId.versions.$versionId.plans.$planNumber': both(writes('programme-version', 'configuration')),
	'programmes.$programmeId.versions.$versionId.comparison': { get: writes('programme-version', 'configuration') },
	'programmes.$programmeId.versions.$versionId.publication': both(writes('programme-version', 'configuration')),
	'programmes.$programmeId.versions.$versionId.removal': both(writes('programme-version', 'configuration')),
	'reviews._index': { get: reads('review', 'none') },
	'reviews.$openingId': { get: reads('review', 'review'), post: writes('review', 'review') },
	'safe-contacts': { get: writes('safe-contact', 'none') },
	search: both(reads('person.reference', 'none')),
	'sessions.$sessionId': { get: reads('session', 'session') },
	'sessions.$sessionId_.move': both(writes('session', 'session')),
	'sessions.$sessionId_.plan-decision': both(writes('session', 'session')),
	'sessions.$sessionId_.catch-ups': both(writes('catch-up', 'session')),
	'catch-ups.$catchUpId.cancellation': both(writes('catch-up', 'session')),
	'sessions.$placeholderId.bookings._index': { get: writes('session', 'session') },
	'sessions.$placeholderId.bookings.$enrolmentId': both(writes('session', 'session')),
	'sessions.$sessionId_.earlier-end': both(writes('register', 'session')),
	'sessions.$sessionId_.cancellation': both(writes('register', 'session')),
	'sessions.$sessionId_.cancellation_.undo': formOnly(writes('register', 'session')),
	'sessions.$sessionId_.delivery-log': {
		get: reads('delivery-log', 'session'),
		post: writes('delivery-log', 'session'),
	},
	'sessions.$sessionId_.preparation': { get: writes('register', 'session') },
	'sessions.$sessionId_.adaptations': {
		get: reads('adaptation.record', 'session'),
		post: writes('adaptation.record', 'session'),
	},
	'sessions.$sessionId_.adaptations_.$adaptationId': both(writes('adaptation.record', 'session', { own: true })),
	'sessions.$sessionId_.adaptations_.decision': both(writes('adaptation.decision', 'session')),
	'sessions.$sessionId_.debrief': { get: reads('debrief', 'session'), post: writes('debrief.notes', 'session') },
	'sessions.$sessionId_.debrief_.agreed-note': both(writes('debrief.notes', 'session')),
	'sessions.$sessionId_.debrief_.actions': both(writes('debrief.actions', 'session')),
	'sessions.$sessionId_.debrief_.supervision': both(writes('debrief.supervision', 'session')),
	'sessions.$sessionId_.debrief_.supervision_.end': both(writes('debrief.supervision', 'session')),
	'sessions.$sessionId_.follow-ups': { get: reads('session', 'session', { and: { may: 'read', what: 'task' } }) },
	'sessions.$sessionId_.plan': { get: reads('session', 'session') },
	'sessions.$sessionId_.register_.history': { get: reads('register.notes', 'session') },
	'sessions.$sessionId_.concerns': { get: reads('concern', 'session'), post: writes('concern', 'session') },
	'sessions.$sessionId_.taking-part': { get: reads('taking-part', 'session'), post: writes('taking-part', 'session') },
	'sessions.$sessionId_.register': both(writes('register', 'session')),
	'sessions.$sessionId_.register_.paper': { get: writes('register', 'session') },
	'sessions.$sessionId_.cover': both(writes('cover', 'session')),
	'sessions.$sessionId_.cover_.end': {
		get: writes('cover', 'session', { status: 302 }),
		post: writes('cover', 'session'),
	},
	'sessions.$sessionId_.observation': both(writes('observation.scores', 'session')),
	'sessions.$sessionId_.observations': {
		get: reads('observation.scores', 'session'),
		post: writes('observation.release', 'session'),
	},
	// Something of each session of the proof is released: before, the page is not there for anybody.
	'sessions.$sessionId_.observation-feedback': { get: reads('observation.feedback', 'session') },
	'sessions.$sessionId_.observers': both(writes('observer', 'session')),
	'sessions.$sessionId_.observers_.end': {
		get: writes('observer', 'session', { status: 302 }),
		post: writes('observer', 'session'),
	},
	'sign-in_.code': { get: 'public', post: 'public' },
	'sign-in_.recovery-code': { get: 'public', post: 'public' },
	'sign-in_.set-up': { get: 'public', post: 'public' },
	'sign-in_.single-sign-on': { get: 'public' },
	'sign-in_.single-sign-on_.callback': { get: 'public' },
	'sign-in': { get: 'public', post: 'public' },
	'sign-out': { get: 'public', post: 'public' },
	'staff._index': { get: reads('staff', 'none') },
	'staff.new': both(writes('staff', 'none')),
	'staff.$staffId': both(writes('staff', 'configuration')),
	'staff.$staffId_.link': both(writes('staff', 'configuration')),
	'staff.$staffId_.deactivation': both(writes('staff', 'configuration')),
	'staff.$staffId_.second-factor.removal': both(writes('staff', 'configuration')),
	'staff.$staffId_.sign-ins.end': both(writes('staff', 'configuration')),
	unsaved: { get: { signedIn: 200 } },
	'unsaved_.removal': { get: { signedIn: 404 }, post: { signedIn: 302 } },
	today: { get: writes('register', 'none') },
	week: { get: reads('cohort', 'none') },
};
