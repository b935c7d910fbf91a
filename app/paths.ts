import { CALL_PATHS } from './call-paths.ts';
import type { PaperStyle } from './domain/attendance/paper-names.ts';
import type { DayOffId } from './domain/scheduling/day-off.ts';
import type { Nation } from './domain/scheduling/meeting-pattern.ts';
import type { CalendarDay } from './domain/shared/calendar-day.ts';
import type {
	AreaId,
	BankHolidayId,
	BrokenGlassId,
	ClosureId,
	CohortId,
	CoverId,
	EnrolmentId,
	FamilyId,
	Id,
	ImportId,
	NonAssociationId,
	PersonId,
	RoomId,
	SchoolHolidayId,
	SessionId,
	StaffId,
	TaskId,
	VenueId,
} from './domain/shared/ids.ts';
import { GAP_PATHS } from './gap-paths.ts';
import { MESSAGE_PATHS } from './message-paths.ts';
import { OBSERVATION_PATHS } from './observation-paths.ts';
import { OWN_PATHS } from './own-paths.ts';
import { PROGRAMME_PATHS } from './programme-paths.ts';
import { asking, type Said, saying } from './said-in-address.ts';

export type { Said } from './said-in-address.ts';

/** Every address of the app. Addresses carry opaque ids only: never a name, and never a programme's. */
export const paths = {
	home: () => '/',
	signIn: (said?: Said) => saying('/sign-in', said),
	/** The steps after the password. */
	signInCode: (said?: Said) => saying('/sign-in/code', said),
	signInRecovery: () => '/sign-in/recovery-code',
	signInSetUp: () => '/sign-in/set-up',
	singleSignOn: () => '/sign-in/single-sign-on',
	singleSignOnCallback: () => '/sign-in/single-sign-on/callback',
	signOut: () => '/sign-out',
	/** What was typed and not saved, because the sign-in had run out. */
	unsaved: (said?: Said) => saying('/unsaved', said),
	unsavedRemoval: () => '/unsaved/removal',
	invitation: (secret: string) => `/invitations/${secret}`,
	invitationSingleSignOn: (secret: string) => `/invitations/${secret}/single-sign-on`,
	accessibility: () => '/accessibility',
	healthcheck: () => '/healthcheck',

	today: (said?: Said) => saying('/today', said),
	session: (id: SessionId, said?: Said) => saying(`/sessions/${id}`, said),
	sessionPlan: (id: SessionId) => `/sessions/${id}/plan`,
	register: (id: SessionId, said?: Said) => saying(`/sessions/${id}/register`, said),
	/** The register as a sheet to fill in by hand; people are written as this says, or by initials. */
	registerPaper: (id: SessionId, as?: PaperStyle) => asking(`/sessions/${id}/register/paper`, { as }),
	/** What the marks and notes of the register said before. */
	registerHistory: (id: SessionId) => `/sessions/${id}/register/history`,
	concerns: (id: SessionId, said?: Said) => saying(`/sessions/${id}/concerns`, said),
	takingPart: (id: SessionId, said?: Said) => saying(`/sessions/${id}/taking-part`, said),
	cover: (id: SessionId, said?: Said) => saying(`/sessions/${id}/cover`, said),
	coverEnd: (id: SessionId) => `/sessions/${id}/cover/end`,
	/** What somebody who is asked to stand in answers. */
	coverAnswer: (id: CoverId, said?: Said) => saying(`/covers/${id}`, said),
	earlierEnd: (id: SessionId) => `/sessions/${id}/earlier-end`,
	notHeld: (id: SessionId) => `/sessions/${id}/cancellation`,
	/** With a day, it is filled in at first. */
	move: (id: SessionId, day?: CalendarDay) => asking(`/sessions/${id}/move`, { day }),
	planDecision: (id: SessionId) => `/sessions/${id}/plan-decision`,
	bookings: (id: SessionId, said?: Said) => saying(`/sessions/${id}/bookings`, said),
	booking: (id: SessionId, enrolmentId: EnrolmentId) => `/sessions/${id}/bookings/${enrolmentId}`,
	notHeldUndo: (id: SessionId) => `/sessions/${id}/cancellation/undo`,
	/** Booking a catch-up of this session; with an enrolment, for that person at first. */
	bookCatchUp: (id: SessionId, enrolmentId?: EnrolmentId) => asking(`/sessions/${id}/catch-ups`, { for: enrolmentId }),
	/** Of a catch-up, by its own session. */
	catchUpCancellation: (id: SessionId) => `/catch-ups/${id}/cancellation`,
	preparation: (id: SessionId) => `/sessions/${id}/preparation`,
	debrief: (id: SessionId, said?: Said) => saying(`/sessions/${id}/debrief`, said),
	debriefActions: (id: SessionId) => `/sessions/${id}/debrief/actions`,
	/** What those who wrote the logs of the session agree on. */
	agreedNote: (id: SessionId) => `/sessions/${id}/debrief/agreed-note`,
	/** Asking a lead to bring the session to supervision, and taking that back. */
	supervision: (id: SessionId) => `/sessions/${id}/debrief/supervision`,
	supervisionEnd: (id: SessionId) => `/sessions/${id}/debrief/supervision/end`,
	followUps: (id: SessionId) => `/sessions/${id}/follow-ups`,
	deliveryLog: (id: SessionId, said?: Said) => saying(`/sessions/${id}/delivery-log`, said),

	...PROGRAMME_PATHS,

	cohorts: (said?: Said) => saying('/cohorts', said),
	/** The list of cohorts with these filters; the first page unless it says otherwise. */
	cohortsWhere: (filter: { state?: string | null; areaId?: AreaId | null; page?: number }) =>
		asking('/cohorts', { state: filter.state, area: filter.areaId, page: filter.page === 1 ? null : filter.page }),
	/** With a cohort, the new one will be its linked cohort. */
	newCohort: (inStepWith?: CohortId) => asking('/cohorts/new', { 'in-step-with': inStepWith }),
	cohort: (id: CohortId, said?: Said) => saying(`/cohorts/${id}`, said),
	cohortTermPlan: (id: CohortId) => `/cohorts/${id}/term-plan`,
	registerFile: (id: CohortId, kind: 'csv' | 'xlsx') => `/cohorts/${id}/register.${kind}`,
	/** The coming sessions of a cohort on one sheet to fill in by hand. */
	termPaper: (id: CohortId, as?: PaperStyle) => asking(`/cohorts/${id}/register/paper`, { as }),
	/** Typing up several registers: of the sessions with these numbers, or of those that lack something. */
	typeUp: (id: CohortId, plans?: readonly number[] | null, said?: Said) =>
		asking(`/cohorts/${id}/type-up`, { plans: plans?.join(','), said }),
	/** Bringing in the register of a cohort that is here already. */
	registerSheet: (id: CohortId, said?: Said) => saying(`/cohorts/${id}/register/sheet`, said),
	/** Fidelity, with the drift by session, or by month. */
	fidelity: (id: CohortId, by?: 'month') => asking(`/cohorts/${id}/fidelity`, { by }),
	/** Who stays and who leaves, where and why. */
	retention: (id: CohortId, said?: Said) => saying(`/cohorts/${id}/retention`, said),
	/** Saying who completed. */
	completions: (id: CohortId) => `/cohorts/${id}/completions`,
	/** What each person received. */
	received: (id: CohortId) => `/cohorts/${id}/received`,
	receivedFile: (id: CohortId) => `/cohorts/${id}/received.csv`,
	/** A draft: what is in its way, and opening it. */
	draft: (id: CohortId) => `/cohorts/${id}/draft`,
	pattern: (id: CohortId) => `/cohorts/${id}/pattern`,
	cohortPair: (id: CohortId, said?: Said) => saying(`/cohorts/${id}/pair`, said),
	cohortPairEnd: (id: CohortId) => `/cohorts/${id}/pair/end`,
	team: (id: CohortId, said?: Said) => saying(`/cohorts/${id}/team`, said),
	newMember: (id: CohortId) => `/cohorts/${id}/members/new`,
	/** The dates of one person, as a sheet to hand over. */
	dates: (id: EnrolmentId) => `/enrolments/${id}/dates`,
	referrer: (id: EnrolmentId) => `/enrolments/${id}/referrer`,
	/** What was said with the referrer, and saying that it was. */
	referrerContacts: (id: EnrolmentId, said?: Said) => saying(`/enrolments/${id}/referrer/contacts`, said),
	exit: (id: EnrolmentId) => `/enrolments/${id}/exit`,
	exitUndo: (id: EnrolmentId) => `/enrolments/${id}/exit/undo`,
	person: (id: PersonId, said?: Said) => saying(`/people/${id}`, said),
	people: (said?: Said) => saying('/people', said),
	safeContact: (id: PersonId, said?: Said) => saying(`/people/${id}/safe-contact`, said),
	restriction: (id: PersonId, said?: Said) => saying(`/people/${id}/restriction`, said),
	restrictionEnd: (id: PersonId) => `/people/${id}/restriction/end`,
	nonAssociations: (id: PersonId, said?: Said) => saying(`/people/${id}/non-associations`, said),
	nonAssociationEnd: (id: PersonId, pair: NonAssociationId) => `/people/${id}/non-associations/${pair}/end`,
	search: () => '/search',
	safeContactEnd: (id: PersonId) => `/people/${id}/safe-contact/end`,
	safeContactConfirmation: (id: PersonId) => `/people/${id}/safe-contact/confirmation`,
	/** How the safe contacts stand; those that stand so, the first page unless it says otherwise. */
	safeContacts: (filter: { standing?: string | null; page?: number } = {}) =>
		asking('/safe-contacts', { standing: filter.standing, page: filter.page === 1 ? null : filter.page }),

	families: (said?: Said) => saying('/families', said),
	familiesPage: (page: number) => asking('/families', { page: page === 1 ? null : page }),
	newFamily: () => '/families/new',
	family: (id: FamilyId, said?: Said) => saying(`/families/${id}`, said),
	familyWorker: (id: FamilyId) => `/families/${id}/worker`,
	newFamilyMember: (id: FamilyId) => `/families/${id}/members/new`,
	familyMember: (id: FamilyId, personId: PersonId) => `/families/${id}/members/${personId}`,
	familyMemberRemoval: (id: FamilyId, personId: PersonId) => `/families/${id}/members/${personId}/removal`,
	newOpening: () => '/opened-records/new',
	openingEnd: (id: BrokenGlassId) => `/opened-records/${id}/end`,
	reviews: (said?: Said) => saying('/reviews', said),
	reviewsPage: (page: number) => asking('/reviews', { page: page === 1 ? null : page }),
	review: (id: BrokenGlassId, said?: Said) => saying(`/reviews/${id}`, said),
	/** The tasks of the reader; all that they may see, or those that were settled last. */
	tasks: (said?: Said) => saying('/tasks', said),
	tasksShown: (shown: 'all' | 'settled') => asking('/tasks', { show: shown }),
	task: (id: TaskId, said?: Said) => saying(`/tasks/${id}`, said),
	taskOwner: (id: TaskId) => `/tasks/${id}/owner`,
	notices: (said?: Said) => saying('/notices', said),
	...CALL_PATHS,
	...GAP_PATHS,

	/** The week that holds this day, by venue, facilitator or area; of one of them if it is named. */
	week: (shown: { by?: string | null; of?: string | null; from?: CalendarDay | null } = {}) =>
		asking('/week', { by: shown.by, of: shown.of, from: shown.from }),

	...MESSAGE_PATHS,

	imports: (said?: Said) => saying('/imports', said),
	newImport: () => '/imports/new',
	newFacilitators: () => '/imports/facilitators/new',
	newCohortPlan: () => '/imports/cohorts/new',
	importsPage: (page: number) => asking('/imports', { page: page === 1 ? null : page }),
	import: (id: ImportId, said?: Said) => saying(`/imports/${id}`, said),
	/** The steps from an uploaded file to a cohort; the first is the import itself. */
	importStep: (id: ImportId, step: 'cohort' | 'check') => asking(`/imports/${id}`, { step }),
	importUndo: (id: ImportId) => `/imports/${id}/undo`,
	listImport: (id: ImportId, said?: Said) => saying(`/imports/lists/${id}`, said),
	listImportUndo: (id: ImportId) => `/imports/lists/${id}/undo`,

	staff: (said?: Said) => saying('/staff', said),
	newStaff: () => '/staff/new',
	staffMember: (id: StaffId, said?: Said) => saying(`/staff/${id}`, said),
	staffLink: (id: StaffId) => `/staff/${id}/link`,
	staffSignInsEnd: (id: StaffId) => `/staff/${id}/sign-ins/end`,
	staffSecondFactorRemoval: (id: StaffId) => `/staff/${id}/second-factor/removal`,
	staffDeactivation: (id: StaffId) => `/staff/${id}/deactivation`,
	facilitators: (said?: Said) => saying('/facilitators', said),
	/** What is kept of a facilitator’s accreditations, hours and leave. */
	facilitator: (id: StaffId, said?: Said) => saying(`/facilitators/${id}`, said),
	availability: () => '/availability',
	facilitatorTermPlan: (id: StaffId) => `/facilitators/${id}/term-plan`,
	/** What is seen of a facilitator’s work, to talk about in supervision. */
	facilitatorSupervision: (id: StaffId) => `/facilitators/${id}/supervision`,
	accreditations: (id: StaffId) => `/facilitators/${id}/accreditations`,
	accreditationEnd: (id: StaffId) => `/facilitators/${id}/accreditations/end`,
	hours: (id: StaffId) => `/facilitators/${id}/hours`,
	leave: (id: StaffId) => `/facilitators/${id}/leave`,
	leaveEnd: (id: StaffId) => `/facilitators/${id}/leave/end`,
	decisions: (said?: Said) => saying('/decisions', said),
	decisionEnd: (id: StaffId) => `/decisions/${id}/end`,
	policy: () => '/access-policy',
	places: (said?: Said) => saying('/places', said),
	newArea: () => '/places/areas/new',
	area: (id: AreaId, said?: Said) => saying(`/places/areas/${id}`, said),
	newVenue: (id: AreaId) => `/places/areas/${id}/venues/new`,
	venue: (id: VenueId, said?: Said) => saying(`/places/venues/${id}`, said),
	venueDays: (id: VenueId, said?: Said) => saying(`/places/venues/${id}/days`, said),
	venueTermPlan: (id: VenueId) => `/places/venues/${id}/term-plan`,
	newRoom: (id: VenueId) => `/places/venues/${id}/rooms/new`,
	room: (id: RoomId) => `/places/rooms/${id}`,
	closures: (said?: Said) => saying('/closures', said),
	newClosure: () => '/closures/new',
	closureRemoval: (id: ClosureId) => `/closures/${id}/removal`,
	/** What a closure, a bank holiday or a school holiday hits. */
	dayOffSessions: (id: DayOffId, said?: Said) => saying(`/closures/${id}/sessions`, said),
	bankHolidays: (nation: Nation, said?: Said) => saying(`/closures/bank-holidays/${nation}`, said),
	bankHolidaysCheck: (nation: Nation) => `/closures/bank-holidays/${nation}/check`,
	bankHolidayRemoval: (id: BankHolidayId) => `/closures/bank-holidays/days/${id}/removal`,
	schoolHolidays: (areaId: AreaId, said?: Said) => saying(`/closures/school-holidays/${areaId}`, said),
	schoolHolidaysImport: (areaId: AreaId) => `/closures/school-holidays/${areaId}/import`,
	schoolHolidayRemoval: (id: SchoolHolidayId) => `/closures/school-holidays/days/${id}/removal`,

	audit: () => '/audit',
	/** The audit trail with the filters of this address. */
	auditWhere: (filter: Readonly<Record<string, string>>) => asking('/audit', filter),
	alerts: (said?: Said) => saying('/audit/alerts', said),
	alertsWhere: (filter: { closed?: boolean; page?: number }) =>
		asking('/audit/alerts', { show: filter.closed ? 'closed' : null, page: filter.page === 1 ? null : filter.page }),
	alert: (id: Id<'alert'>) => `/audit/alerts/${id}`,
	alertPage: (id: Id<'alert'>, page: number) => asking(`/audit/alerts/${id}`, { page: page === 1 ? null : page }),
	/** Who has looked at a person's record. */
	personViews: (id: PersonId, page = 1) => asking(`/people/${id}/views`, { page: page === 1 ? null : page }),
	postcode: (id: PersonId) => `/people/${id}/postcode`,
	more: () => '/more',
	...OBSERVATION_PATHS,
	...OWN_PATHS,
} as const;
