import type { Chance } from '#db/demo/chance.ts';
import { formsIn } from '#tests/support/forms.ts';
import type { KillableServer } from './killable-server.ts';

/** A mark that a client chose; the words of `note` no other choice has. `openedVersion` is what its page showed. */
export type Chosen = {
	readonly key: string;
	readonly mark: string;
	readonly note: string;
	readonly openedVersion: number;
};

/** What a client was told of a mark. The line broke: it was told nothing. */
export type Told = Chosen & { readonly answer: 'acknowledged' | 'refused' | 'line broke' };

export type StormClient = {
	/** One save, on a page opened now or a while ago; how many marks were acknowledged. */
	save(): Promise<number>;
	readonly told: readonly Told[];
	/** Rows that were shown at a version before one that was shown earlier. */
	readonly wentBack: readonly string[];
};

type Form = { readonly values: ReadonlyMap<string, string>; readonly chosen: readonly Chosen[] };
type Sent = { readonly status: number; readonly html: string } | null;

/** One browser without a script at one register: opens the page, marks people at random and sends the whole form. */
export function stormClient(
	who: { readonly name: string; readonly cookie: string; readonly path: string },
	server: KillableServer,
	chance: Chance,
): StormClient {
	const told: Told[] = [];
	const page = pageOf(who, server);
	let open: ReadonlyMap<string, string> | null = null;
	let unsure: Form | null = null;
	let count = 0;

	const fill = async (): Promise<Form> => {
		open ??= await page.open();
		count += 1;
		return fillIn(open, `${who.name} ${count}`, chance);
	};
	const save = async () => {
		// Who was told nothing presses the button again, mostly.
		const form = unsure !== null && chance.happens(0.7) ? unsure : await fill();
		const isRepeat = form === unsure;
		const sent = await page.send(form.values);
		unsure = sent === null ? form : null;
		// Who saves sees the register anew, mostly; a second tab stands open as it was.
		if (sent !== null && chance.happens(0.7)) open = null;
		const news = form.chosen.map((one): Told => ({ ...one, answer: answerFor(one.key, sent, isRepeat) }));
		told.push(...news);
		return news.filter(({ answer }) => answer === 'acknowledged').length;
	};
	return { save, told, wentBack: page.wentBack };
}

/** A refusal of what was sent before says nothing: it may have been saved then, and a colleague came after. */
function answerFor(key: string, sent: Sent, isRepeat: boolean): Told['answer'] {
	if (sent === null) return 'line broke';
	const isRefused = sent.status === 409 ? sent.html.includes(`id="${key}-error"`) : sent.status === 400;
	if (isRefused) return isRepeat ? 'line broke' : 'refused';
	if (sent.status === 302 || sent.status === 409) return 'acknowledged';
	throw new Error(`The register answered ${sent.status}`);
}

const NOTED = ['absent-no-contact', 'absent-notified', 'late', 'left-early', 'stood-down'];
const REASONS = ['illness', 'work', 'travel', 'other'];

/** Marks a few people on the page, now and then with minutes that no session has, and leaves the others as they are. */
function fillIn(open: ReadonlyMap<string, string>, words: string, chance: Chance): Form {
	const values = new Map(open);
	const keys = [...open.keys()].flatMap((name) => /^version-(.+)$/.exec(name)?.[1] ?? []);
	const isAtFault = chance.happens(0.08);
	const keysChosen = new Set(Array.from({ length: chance.pick([1, 1, 2, 3, 4]) }, () => chance.pick(keys)));
	const chosen = [...keysChosen].map((key, index): Chosen => {
		const mark = isAtFault && index === 0 ? 'late' : chance.pick(NOTED);
		values.set(`mark-${key}`, mark);
		values.set(`reason-${key}`, chance.pick(REASONS));
		values.set(`minutes-${key}`, isAtFault && index === 0 ? '999' : String(chance.pick([5, 10, 40])));
		values.set(`note-${key}`, words);
		return { key, mark, note: words, openedVersion: Number(open.get(`version-${key}`)) };
	});
	// Marks without words as well, which nobody can tell apart afterwards.
	const other = chance.pick(keys);
	if (!keysChosen.has(other) && chance.happens(0.2)) values.set(`mark-${other}`, chance.pick(['attended', 'none']));
	values.set('intent', chance.happens(0.03) && !isAtFault ? 'rest-attended' : 'save');
	return { values, chosen };
}

/** The register page at the other end of a line that breaks. */
function pageOf({ cookie, path }: { readonly cookie: string; readonly path: string }, server: KillableServer) {
	const seen = new Map<string, number>();
	const wentBack: string[] = [];
	const ask = async (init: RequestInit): Promise<Sent> => {
		const headers = { cookie, origin: 'http://localhost' };
		const url = `${await server.url()}${path}`;
		try {
			const response = await fetch(url, { ...init, headers, redirect: 'manual' });
			return { status: response.status, html: await response.text() };
		} catch (fault) {
			// The server was killed under it: the one fault that is expected here.
			if (fault instanceof TypeError) return null;
			throw fault;
		}
	};
	const open = async (): Promise<ReadonlyMap<string, string>> => {
		const sent = await ask({});
		if (sent === null) return open();
		const form = formsIn(sent.html, path).find(({ fields }) => fields.some(({ name }) => /^version-/.test(name)));
		if (!form) throw new Error(`No register on the page: ${sent.status}`);
		const values = new Map(
			form.fields.map(({ name, kind, value, chosen }) => [name, kind === 'choice' ? (chosen[0] ?? '') : value]),
		);
		for (const [name, value] of values) {
			if (!name.startsWith('version-')) continue;
			if (Number(value) < (seen.get(name) ?? 0)) wentBack.push(name);
			seen.set(name, Number(value));
		}
		return values;
	};
	const send = (values: ReadonlyMap<string, string>) => ask({ method: 'POST', body: new URLSearchParams([...values]) });
	return { open, send, wentBack };
}
