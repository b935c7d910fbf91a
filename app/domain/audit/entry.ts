import type { Actor, StaffActor } from '../access/actor.ts';
import type { PersonId, StaffId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { AuditAction } from './actions.ts';

/** Who did it: `system` is the clock and the start of the process, `nobody` somebody who has not (yet) proved who they are. */
export const AUDIT_ACTORS = ['staff', 'operator', 'system', 'nobody'] as const;
export type AuditActor = (typeof AUDIT_ACTORS)[number];

/** The things that an entry can be about. */
export const RECORD_KINDS = [
	'person',
	'enrolment',
	'cohort',
	'session',
	'message',
	'import',
	'staff',
	'area',
	'venue',
	'room',
	'closure',
	'holiday',
	'school-holiday',
	'family',
	'non-association',
	'alert',
	'opening',
	'notice',
	'cover',
	'calendar-invitation',
	'task',
	'programme-version',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
export type AuditRecord = { readonly kind: RecordKind; readonly id: string };

/** Ids, counts, words of the program and names of fields. Never what somebody typed, never a name, never text of the case. */
export type AuditDetails = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What one entry says, before it has its place in the chain. */
export type AuditFacts = {
	readonly at: Instant;
	readonly actorKind: AuditActor;
	readonly staffId: StaffId | null;
	readonly action: AuditAction;
	readonly record: AuditRecord | null;
	/** `done`, or the code of the refusal. */
	readonly outcome: string;
	/** Whose data were shown or changed. */
	readonly people: readonly PersonId[];
	readonly details: AuditDetails;
};

/**
 * Who did something: a member of staff by their id, the operator, the clock; null for somebody
 * who has not proved who they are.
 */
export type Doer = Exclude<Actor, StaffActor> | Pick<StaffActor, 'kind' | 'staffId'> | null;

/** How the audit trail names who did something. */
export function auditActorOf(actor: Doer): Pick<AuditFacts, 'actorKind' | 'staffId'> {
	if (actor === null) return { actorKind: 'nobody', staffId: null };
	if (actor.kind === 'staff') return { actorKind: 'staff', staffId: actor.staffId };
	return { actorKind: actor.by === 'clock' ? 'system' : 'operator', staffId: null };
}

/** Twenty letters and digits, as ids are made, or the short ones in order that the tests have. */
const LOOKS_LIKE_AN_ID = /^(?:[a-z0-9]{20}|id\d{6})$/;

/**
 * The text from an address or a form if it has the shape of an id, null otherwise: whatever else somebody puts in its
 * place (a name, an address, a sentence) is not kept.
 */
export function idToKeep(text: string): string | null {
	return LOOKS_LIKE_AN_ID.test(text) ? text : null;
}

/** Those of the ids that have the shape of one. */
export function idsToKeep(texts: readonly (string | null)[]): readonly string[] {
	return texts.flatMap((text) => (text === null ? [] : (idToKeep(text) ?? [])));
}
