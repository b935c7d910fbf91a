/** A field of a form as a page shows it, and what a visitor who changes nothing would send. */
export type Field = {
	readonly name: string;
	readonly kind: 'text' | 'choice' | 'hidden' | 'file';
	readonly value: string;
	/** What a choice offers; empty for others. */
	readonly offered: readonly string[];
	readonly chosen: readonly string[];
};

export type Form = { readonly action: string; readonly fields: readonly Field[] };

/** Every form of a page that sends something, but for signing out. */
export function formsIn(html: string, page: string): Form[] {
	return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
		.filter(([, head]) => /method="post"/i.test(head!) && !/action="\/sign-out"/.test(head!))
		.map(([, head, inside]) => ({ action: plain(attributeOf(head!, 'action') ?? page), fields: fieldsIn(inside!) }));
}

const CHOICES = ['radio', 'checkbox'];

function fieldsIn(html: string): Field[] {
	const inputs = [...html.matchAll(/<input\b([^>]*)>/g)].flatMap(([, head]) => inputOf(head!) ?? []);
	const areas = [...html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].map(([, head, text]) =>
		field(attributeOf(head!, 'name'), 'text', plain(text!)),
	);
	const selects = [...html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].map(([, head, inside]) => {
		const options = [...inside!.matchAll(/<option\b([^>]*)>/g)].map(([, option]) => option!);
		const offered = options.map((option) => plain(attributeOf(option, 'value') ?? ''));
		const at = options.findIndex((option) => /\bselected/.test(option));
		return { ...field(attributeOf(head!, 'name'), 'choice', ''), offered, chosen: [offered[Math.max(0, at)] ?? ''] };
	});
	const buttons = [...html.matchAll(/<button\b([^>]*)>/g)].flatMap(([, head]) => {
		const name = attributeOf(head!, 'name');
		return name ? [field(name, 'hidden', plain(attributeOf(head!, 'value') ?? ''))] : [];
	});
	return joined([...inputs, ...areas, ...selects, ...buttons].filter(({ name }) => name !== ''));
}

function inputOf(head: string): Field | null {
	const type = attributeOf(head, 'type') ?? 'text';
	const value = plain(attributeOf(head, 'value') ?? (CHOICES.includes(type) ? 'on' : ''));
	const name = attributeOf(head, 'name');
	if (!CHOICES.includes(type)) {
		return field(name, type === 'hidden' ? 'hidden' : type === 'file' ? 'file' : 'text', value);
	}
	return { ...field(name, 'choice', ''), offered: [value], chosen: /\bchecked/.test(head) ? [value] : [] };
}

/** Radios and boxes of one name are one field. */
function joined(fields: readonly Field[]): Field[] {
	return [...Map.groupBy(fields, ({ name }) => name).values()].map((all) => ({
		...all[0]!,
		offered: all.flatMap(({ offered }) => offered),
		chosen: all.flatMap(({ chosen }) => chosen),
	}));
}

function field(name: string | null, kind: Field['kind'], value: string): Field {
	return { name: plain(name ?? ''), kind, value, offered: [], chosen: [] };
}

function attributeOf(head: string, name: string): string | null {
	return new RegExp(`\\s${name}="([^"]*)"`).exec(head)?.[1] ?? null;
}

function plain(html: string): string {
	return html
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#x27;', "'")
		.replaceAll('&amp;', '&');
}
