import type { BrokenLink, ChainFault, Link } from '#app/domain/audit/chain.ts';
import { countInWords } from '#app/domain/shared/in-words.ts';
import { verifyAudit } from '#app/use-cases/audit/verify-audit.ts';
import { type Command, EXIT, WrongUse } from './command.ts';
import { readOptions } from './read-options.ts';

const help = `plumbline audit verify [--expect SEQ:HASH] [--json]

Checks the whole audit trail: that every entry is what was written, that none is missing, inserted or in another place, and
that nothing was cut off its end. Prints the last entry as SEQ:HASH. Keep it somewhere else and give it to --expect the next
time: then nobody can have made the trail anew from any earlier entry on.

--json prints { "whole", "entries", "last", "broken": null | { "seq", "fault", "message" } }. It changes nothing.

Ends with 0 when the trail is whole, with 1 when it is broken, and names the first broken link; with 3 when there is no
database.`;

export const audit: Command = {
	name: 'audit',
	summary: 'Check that nothing in the audit trail was altered or taken away',
	help,
	run([what, ...args], io) {
		if (what !== 'verify') throw new WrongUse(`Say what to do: audit verify${what ? `, not “${what}”` : ''}.`);
		const { options, words } = readOptions(args, { expect: { type: 'string' }, json: { type: 'boolean' } });
		if (words.length > 0) throw new WrongUse(`“${words[0]}” is not part of this command.`);
		const kept = options.expect === undefined ? null : linkFrom(options.expect);
		const { entries, last, broken } = verifyAudit(io.context({ existing: true }), kept);
		const lastKept = `${last.seq}:${last.hash}`;
		if (options.json) {
			const named = broken && { ...broken, message: sentenceFor(broken) };
			io.out(JSON.stringify({ whole: broken === null, entries, last: lastKept, broken: named }));
		} else if (broken) io.err(sentenceFor(broken));
		else io.out(`The audit trail is whole: ${countInWords(entries, 'entry', 'entries')}.\nKeep this: ${lastKept}`);
		return broken === null ? EXIT.done : EXIT.refused;
	},
};

function linkFrom(text: string): Link {
	const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
	if (!seq || !hash)
		throw new WrongUse('Give --expect as an earlier run printed it: a number, a colon and 64 letters and digits.');
	return { seq: Number(seq), hash };
}

const SENTENCES: Readonly<Record<ChainFault, string>> = {
	missing: 'is missing.',
	altered: 'is not what was written: it was altered, or another stands in its place.',
	unlinked: 'does not follow the one before it: entries were taken out, put in or moved.',
	'people-altered': 'does not concern the people that were written: they were altered.',
	'cut-off': 'is missing, and everything after it: entries were cut off the end.',
	'not-as-kept': 'is not the one that you kept: the trail was made anew.',
};

function sentenceFor({ seq, fault }: BrokenLink): string {
	return `The audit trail is broken. Entry ${seq} ${SENTENCES[fault]}`;
}
