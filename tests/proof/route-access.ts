import type { Access, AccessTarget } from '#app/domain/access/policy.ts';

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
	| 'import';

export type Asks = {
	readonly may: Access;
	readonly what: AccessTarget;
	readonly of: Kind;
	/** Asked beside the first; all have to be granted. */
	readonly and?: { readonly may: Access; readonly what: AccessTarget };
	/** Not there either when a restriction keeps the person’s name from the reader. */
	readonly byName?: true;
	/** What a page that is there answers; 200 when left out. */
	readonly status?: 302;
};
/** `public`: anybody may ask. `signed-in`: whoever is signed in. `nowhere`: not there for anybody, it only takes a form. */
export type RouteAccess = Asks | 'public' | 'signed-in' | Nowhere;
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
	_index: { get: 'signed-in' },
	accessibility: { get: 'public' },
	calendar: both(writes('own-calendar', 'none')),
	'calendar_.end': {
		get: writes('own-calendar', 'none', { status: 302 }),
		post: writes('own-calendar', 'none'),
	},
	'calendars.$secret[.]ics': { get: 'public' },
	'closures._index': { get: reads('closures', 'none') },
	'closures.new': both(writes('closures', 'none')),
	'closures.$closureId.removal': both(writes('closures', 'configuration')),
	'closures.bank-holidays.$nation': {
		get: reads('closures', 'configuration'),
		post: writes('closures', 'configuration'),
	},
	'closures.bank-holidays.$nation_.check': formOnly(writes('closures', 'configuration')),
	'closures.bank-holidays.days.$holidayId.removal': both(writes('closures', 'configuration')),
	'cohorts._index': { get: reads('cohort', 'none') },
	'cohorts.new': both(writes('cohort', 'none')),
	'cohorts.$cohortId._index': { get: reads('cohort', 'cohort') },
	'cohorts.$cohortId.members.new': {
		get: writes('person', 'cohort', { and: { may: 'read', what: 'cohort' } }),
		post: writes('person', 'cohort'),
	},
	'enrolments.$enrolmentId.exit': both(writes('exit', 'enrolment')),
	'enrolments.$enrolmentId.exit_.undo': both(writes('exit', 'enrolment')),
	healthcheck: { get: 'public' },
	'imports._index': { get: writes('import', 'none') },
	'imports.new': both(writes('import', 'none')),
	'imports.$importId': both(writes('import', 'import')),
	'imports.$importId_.undo': both(writes('import', 'import')),
	'invitations.$secret': { get: 'public', post: 'public' },
	'messages._index': { get: reads('message', 'none') },
	'messages.$messageId': { get: reads('message', 'message') },
	'people._index': { get: reads('person', 'none') },
	'people.$personId._index': { get: reads('person', 'person') },
	'people.$personId_.safe-contact': both(writes('safe-contact', 'person', { byName: true })),
	'people.$personId_.safe-contact_.end': {
		// It leads back to the page of the contact, which asks for itself, whatever the address names.
		get: writes('safe-contact', 'none', { status: 302 }),
		post: writes('safe-contact', 'person', { byName: true }),
	},
	'places._index': { get: reads('places', 'none') },
	'places.areas.new': both(writes('places', 'none')),
	'places.areas.$areaId': both(writes('places', 'configuration')),
	'places.areas.$areaId_.venues.new': both(writes('places', 'configuration')),
	'places.venues.$venueId': both(writes('places', 'configuration')),
	'places.venues.$venueId_.rooms.new': both(writes('places', 'configuration')),
	'places.rooms.$roomId': both(writes('places', 'configuration')),
	'programmes._index': { get: reads('programme', 'none') },
	'programmes.$programmeId._index': { get: reads('programme', 'configuration') },
	'programmes.$programmeId.plans.$planNumber': { get: reads('programme', 'configuration') },
	'sessions.$sessionId': { get: reads('session', 'session') },
	'sessions.$sessionId_.cancellation': both(writes('register', 'session')),
	'sessions.$sessionId_.cancellation_.undo': formOnly(writes('register', 'session')),
	'sessions.$sessionId_.delivery-log': {
		get: reads('delivery-log', 'session'),
		post: writes('delivery-log', 'session'),
	},
	'sessions.$sessionId_.plan': { get: reads('session', 'session') },
	'sessions.$sessionId_.register': both(writes('register', 'session')),
	'sign-in': { get: 'public', post: 'public' },
	'sign-out': { get: 'public', post: 'public' },
	'staff._index': { get: reads('staff', 'none') },
	'staff.new': both(writes('staff', 'none')),
	'staff.$staffId': both(writes('staff', 'configuration')),
	'staff.$staffId_.link': both(writes('staff', 'configuration')),
	'staff.$staffId_.deactivation': both(writes('staff', 'configuration')),
	today: { get: writes('register', 'none') },
};
