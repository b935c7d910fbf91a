import { parseArgs } from 'node:util';
import { WrongUse } from './command.ts';

type OptionTypes = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>>;

/** A call's options and its other words; throws `WrongUse` with a sentence for an unknown option or a missing value. */
export function readOptions<const Types extends OptionTypes>(args: readonly string[], types: Types) {
	try {
		const parsed = parseArgs({ args: [...args], options: types, allowPositionals: true, tokens: true });
		const seen = new Set<string>();
		for (const token of parsed.tokens) {
			if (token.kind !== 'option') continue;
			if (seen.has(token.name) && !types[token.name]?.multiple) throw new WrongUse(`Give --${token.name} once.`);
			seen.add(token.name);
		}
		return { options: parsed.values, words: parsed.positionals };
	} catch (fault) {
		if (fault instanceof WrongUse) throw fault;
		throw new WrongUse(
			`${fault instanceof Error ? fault.message.split('. ')[0] : fault}. Add --help to see how to call it.`,
		);
	}
}
