declare const kind: unique symbol;

/** Opaque text that stands for one thing of one kind; an id of another kind does not fit in its place. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type StaffId = Id<'staff'>;
export type AreaId = Id<'area'>;
export type VenueId = Id<'venue'>;
export type RoomId = Id<'room'>;
export type PersonId = Id<'person'>;
export type CohortId = Id<'cohort'>;
export type SessionId = Id<'session'>;
export type EnrolmentId = Id<'enrolment'>;
export type ImportId = Id<'import'>;
export type MessageId = Id<'message'>;
export type SafeContactId = Id<'safe-contact'>;
export type MessageStopId = Id<'message-stop'>;
export type LogId = Id<'delivery-log'>;
export type AdaptationId = Id<'adaptation'>;
export type FamilyId = Id<'family'>;
export type NonAssociationId = Id<'non-association'>;
export type BrokenGlassId = Id<'broken-glass'>;
export type StaffNoticeId = Id<'staff-notice'>;
export type AccreditationId = Id<'accreditation'>;
export type LeaveId = Id<'leave'>;
export type CoverId = Id<'cover'>;
export type ClosureId = Id<'closure'>;
export type BankHolidayId = Id<'bank-holiday'>;
export type SchoolHolidayId = Id<'school-holiday'>;
export type TaskId = Id<'task'>;
export type GapAcceptanceId = Id<'gap-acceptance'>;
export type ReferrerContactId = Id<'referrer-contact'>;
export type ConcernId = Id<'concern'>;
export type ObservationId = Id<'observation'>;
export type CalendarInvitationId = Id<'calendar-invitation'>;
export type ProgrammeVersionId = Id<'programme-version'>;

/** Takes text from outside as an id of the kind that the caller names; whether the thing exists is for a query to say. */
export function asId<AnyId extends Id<string>>(text: string): AnyId {
	return text as AnyId;
}

/** Makes new ids; injected, so that tests and the demonstration story get the same ones each time. */
export type Ids = { next<AnyId extends Id<string>>(): AnyId };
