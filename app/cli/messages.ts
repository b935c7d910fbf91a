import { OPERATOR } from '#app/domain/access/actor.ts';
import { KIND_NAMES } from '#app/domain/reminders/message-kinds.ts';
import { STATE_NAMES, whyNotSent } from '#app/domain/reminders/reason-sentences.ts';
import { countInWords } from '#app/domain/shared/in-words.ts';
import { type Instant, parseInstant } from '#app/domain/shared/instant.ts';
import { type Foreseen, foreseeMessages } from '#app/use-cases/reminders/foresee.ts';
import { type Command, EXIT, WrongUse } from './command.ts';
import { readOptions } from './read-options.ts';

const help = `plumbline messages plan [--as-of 2026-01-13T18:30:00Z] [--json]

What planning would make of all messages to participants at a moment, now unless --as-of says otherwise: what would
leave and when, and what would not and why, person by person. It writes nothing, and nothing leaves.

--json prints { "asOf", "messages": [ { "person", "side", "kind", "sessionId", "startsAt", "state", "reason", "dueAt" } ] }.
A person is told by their reference and side, never by a name or an address.`;

export const messages: Command = {
	name: 'messages',
	summary: 'Show what would leave to whom, and why not',
	help,
	run([what, ...args], io) {
		if (what !== 'plan') throw new WrongUse(`Say what to do: messages plan${what ? `, not “${what}”` : ''}.`);
		const { options, words } = readOptions(args, { 'as-of': { type: 'string' }, json: { type: 'boolean' } });
		if (words.length > 0) throw new WrongUse(`“${words[0]}” is not part of this command.`);
		const given = options['as-of'] === undefined ? null : readAsOf(options['as-of']);
		const context = io.context({ existing: true });
		const asOf = given ?? context.clock.now();
		const foreseen = foreseeMessages(context, OPERATOR, asOf);
		io.out(options.json ? JSON.stringify({ asOf, messages: foreseen }) : inLines(asOf, foreseen));
		return EXIT.done;
	},
};

function readAsOf(text: string): Instant {
	const asOf = parseInstant(text);
	if (asOf) return asOf;
	throw new WrongUse(`“${text}” is no moment: write --as-of as 2026-01-13T18:30:00Z, in UTC.`);
}

function inLines(asOf: Instant, foreseen: readonly Foreseen[]): string {
	const people = Map.groupBy(foreseen, ({ person, side }) => `${person} (${side})`);
	const lines = [...people].flatMap(([person, theirs]) => [person, ...theirs.map((one) => `  ${lineOf(one)}`)]);
	const head = `As of ${asOf}: ${countInWords(foreseen.length, 'message')} to ${countInWords(people.size, 'person', 'people')}.`;
	return [head, ...lines].join('\n');
}

function lineOf({ kind, startsAt, state, reason, dueAt }: Foreseen): string {
	const when = state === 'queued' ? `leaves ${dueAt}` : STATE_NAMES[state].toLowerCase();
	const why = whyNotSent(state, reason);
	return `${KIND_NAMES[kind]} about ${startsAt ?? 'a session without a time'}: ${when}${why ? `. ${why}` : ''}`;
}
