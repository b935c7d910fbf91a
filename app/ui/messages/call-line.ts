import { numberInWords } from '#app/domain/people/contact-address.ts';
import type { SafeContact } from '#app/domain/people/safe-contact.ts';
import { KIND_NAMES, type MessageKind } from '#app/domain/reminders/message-kinds.ts';
import type { CallHours, CallOutcome } from '#app/domain/reminders/texts/call.ts';
import type { SessionKind } from '#app/domain/scheduling/session.ts';
import type { CohortId, MessageId, SafeContactId, StaffId } from '#app/domain/shared/ids.ts';
import { type Instant, wallTimeOf } from '#app/domain/shared/instant.ts';
import { paths } from '#app/paths.ts';
import { formatInstant, formatTime } from '../format.ts';
import { phoneRules } from '../people/contact-words.ts';
import { sessionTitle } from '../session-name.ts';

/** What came of a call, as a list and its form say it. */
export const CALL_OUTCOME_NAMES: Readonly<Record<CallOutcome, string>> = {
	reached: 'Rung, and reached',
	'message-left': 'Rung, and left a voicemail',
	'not-reached': 'Rung, and not reached',
	'not-rung': 'Not rung, and nobody will',
};

/** A call as it was read. */
type CallToShow = {
	readonly details: {
		readonly id: MessageId;
		readonly kind: MessageKind;
		readonly name: string;
		readonly reference: string;
		readonly isReached: boolean;
		readonly sessionKind: SessionKind;
		readonly planNumber: number;
		readonly cohort: string;
		readonly cohortId: CohortId;
		readonly owner: string | null;
		readonly ownerId: StaffId | null;
		readonly useBy: Instant;
	};
	readonly reach: { readonly contact: SafeContact; readonly hours: CallHours; readonly say: string } | null;
	readonly noneLeft: boolean;
	readonly before: readonly {
		readonly outcome: CallOutcome;
		readonly at: Instant;
		readonly by: string;
		readonly note: string | null;
	}[];
};

export type CallLine = ReturnType<typeof callLine>;

/** A call that is to be made, for a list or a page of its own. */
export function callLine({ details, reach, noneLeft, before }: CallToShow, reader: StaffId) {
	const { id, name, reference, isReached, owner, ownerId, cohort, cohortId, kind, sessionKind, planNumber } = details;
	return {
		...{ key: id, href: isReached ? paths.call(id) : null, isReached, noneLeft },
		...{ cohort, cohortId },
		name: name === reference ? reference : `${name} (${reference})`,
		about: `${KIND_NAMES[kind]}: ${sessionTitle({ kind: sessionKind, planNumber })}, ${cohort}`,
		by: owner === null ? `The team of ${cohort}` : ownerId === reader ? 'You' : owner,
		reach: reach && reachOf(reach),
		useBy: formatInstant(details.useBy),
		before: isReached ? before.map(callInWords) : [],
	};
}

function reachOf({ contact, hours, say }: NonNullable<CallToShow['reach']>) {
	const { from, until } = hours;
	const timeOf = (at: Instant) => formatTime(wallTimeOf(at).time);
	return {
		contactId: contact.id as SafeContactId,
		number: contact.channel === 'email' ? contact.address : numberInWords(contact.address),
		hours: `From ${timeOf(from)} to ${timeOf(until)} today`,
		rules: phoneRules(contact),
		mayLeaveVoicemail: contact.mayLeaveVoicemail,
		say,
	};
}

/** A call that was made, or was decided not to be, in a sentence. */
export function callInWords({ outcome, at, by, note }: CallToShow['before'][number]): string {
	const said = `${CALL_OUTCOME_NAMES[outcome]}: ${formatInstant(at)}, ${by}`;
	return note ? `${said}. “${note}”` : said;
}
