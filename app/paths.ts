import type { AreaId, CohortId, EnrolmentId, ImportId, PersonId, SessionId, StaffId, VenueId } from './domain/shared/ids.ts';

/** What a page says after a change, by a word in its address: never anything that somebody typed. */
export type Said = string;

const saying = (path: string, said?: Said) => (said ? `${path}?said=${said}` : path);

/** Every address of the app. Addresses carry opaque ids only: never a name, and never a programme's. */
export const paths = {
	home: () => '/',
	signIn: (said?: Said) => saying('/sign-in', said),
	signOut: () => '/sign-out',
	invitation: (secret: string) => `/invitations/${secret}`,
	accessibility: () => '/accessibility',
	healthcheck: () => '/healthcheck',

	today: (said?: Said) => saying('/today', said),
	session: (id: SessionId, said?: Said) => saying(`/sessions/${id}`, said),
	sessionPlan: (id: SessionId) => `/sessions/${id}/plan`,
	register: (id: SessionId, said?: Said) => saying(`/sessions/${id}/register`, said),
	notHeld: (id: SessionId) => `/sessions/${id}/cancellation`,
	notHeldUndo: (id: SessionId) => `/sessions/${id}/cancellation/undo`,
	deliveryLog: (id: SessionId, said?: Said) => saying(`/sessions/${id}/delivery-log`, said),

	programmes: () => '/programmes',
	programme: (programmeId: string) => `/programmes/${programmeId}`,
	programmePlan: (programmeId: string, planNumber: number) => `/programmes/${programmeId}/plans/${planNumber}`,

	cohorts: (said?: Said) => saying('/cohorts', said),
	newCohort: () => '/cohorts/new',
	cohort: (id: CohortId, said?: Said) => saying(`/cohorts/${id}`, said),
	newMember: (id: CohortId) => `/cohorts/${id}/members/new`,
	exit: (id: EnrolmentId) => `/enrolments/${id}/exit`,
	person: (id: PersonId, said?: Said) => saying(`/people/${id}`, said),
	people: () => '/people',
	safeContact: (id: PersonId) => `/people/${id}/safe-contact`,

	messages: (said?: Said) => saying('/messages', said),
	message: (id: string) => `/messages/${id}`,

	imports: (said?: Said) => saying('/imports', said),
	newImport: () => '/imports/new',
	import: (id: ImportId, said?: Said) => saying(`/imports/${id}`, said),
	importUndo: (id: ImportId) => `/imports/${id}/undo`,

	staff: (said?: Said) => saying('/staff', said),
	newStaff: () => '/staff/new',
	staffMember: (id: StaffId, said?: Said) => saying(`/staff/${id}`, said),
	staffLink: (id: StaffId) => `/staff/${id}/link`,
	places: (said?: Said) => saying('/places', said),
	newArea: () => '/places/areas/new',
	area: (id: AreaId, said?: Said) => saying(`/places/areas/${id}`, said),
	venue: (id: VenueId, said?: Said) => saying(`/places/venues/${id}`, said),
	closures: (said?: Said) => saying('/closures', said),

	myCalendar: () => '/calendar',
	calendarFeed: (secret: string) => `/calendars/${secret}.ics`,
} as const;
