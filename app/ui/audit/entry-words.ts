import { ACTIONS, parseAction } from '#app/domain/audit/actions.ts';
import type { AuditActor, AuditDetails, RecordKind } from '#app/domain/audit/entry.ts';
import type { AlertCause } from '#app/domain/audit/viewing-rules.ts';
import { asId } from '#app/domain/shared/ids.ts';
import type { Instant } from '#app/domain/shared/instant.ts';
import { paths } from '#app/paths.ts';
import { formatCount, formatInstant } from '#app/ui/format.ts';
import { PAGE_NAMES } from './page-names.ts';

/** An entry as the pages read it. */
export type ShownEntry = {
	readonly seq: number;
	readonly at: Instant;
	readonly actorKind: AuditActor;
	readonly staffName: string | null;
	readonly action: string;
	readonly recordKind: RecordKind | null;
	readonly recordId: string | null;
	readonly outcome: string;
	readonly people: number;
	readonly details: AuditDetails;
};

export type EntryLine = ReturnType<typeof lineOf>;

/** An entry in plain words: when, who, what, about what, and whether it was done. */
export function lineOf(entry: ShownEntry) {
	return {
		seq: entry.seq,
		when: formatInstant(entry.at),
		who: whoInWords(entry),
		what: whatInWords(entry),
		about: linkTo(entry),
		people: entry.people === 0 || entry.recordKind === 'person' ? null : formatCount('person', entry.people),
		outcome: outcomeInWords(entry.outcome),
	};
}

const NOT_STAFF: Readonly<Record<AuditActor, string>> = {
	staff: 'A member of staff',
	operator: 'The operator, by the command line',
	system: 'Plumbline itself',
	nobody: 'Somebody who was not signed in',
};

function whoInWords({ actorKind, staffName }: ShownEntry): string {
	return staffName ?? NOT_STAFF[actorKind];
}

function whatInWords({ action, details }: ShownEntry): string {
	const known = parseAction(action);
	if (known === 'page-viewed') return `Opened ${PAGE_NAMES[String(details.route)] ?? 'a page'}`;
	return known ? ACTIONS[known].label : action;
}

const OUTCOMES: Readonly<Record<string, string>> = {
	'not-found': 'Refused: not there, or not theirs',
	forbidden: 'Refused: not allowed',
	'sent-back': 'Form sent back',
	failed: 'Failed',
};

/** Null for what was done; a refusal's code is words already. */
function outcomeInWords(outcome: string): string | null {
	if (outcome === 'done') return null;
	return OUTCOMES[outcome] ?? `Refused: ${outcome.replaceAll('-', ' ')}`;
}

const LINKS: Partial<Readonly<Record<RecordKind, (id: string) => { text: string; href: string }>>> = {
	person: (id) => ({ text: 'The person', href: paths.person(asId(id)) }),
	cohort: (id) => ({ text: 'The cohort', href: paths.cohort(asId(id)) }),
	session: (id) => ({ text: 'The session', href: paths.session(asId(id)) }),
	message: (id) => ({ text: 'The message', href: paths.message(asId(id)) }),
	alert: (id) => ({ text: 'The alert', href: paths.alert(asId(id)) }),
};

/** Where a lead can see what the entry is about; null for what is not there, and for what has no page of theirs. */
function linkTo({ recordKind, recordId, outcome }: ShownEntry) {
	if (!recordKind || !recordId || outcome === 'not-found') return null;
	return LINKS[recordKind]?.(recordId) ?? null;
}

export const CAUSES: Readonly<Record<AlertCause, string>> = {
	'mass-viewing': 'Looked at unusually many people within an hour',
	'same-surname': 'Looked at somebody with their own surname',
	'same-postcode': 'Looked at somebody with their own postcode',
};
