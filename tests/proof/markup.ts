import type { SentForm } from './built-app.ts';

export type FoundForm = { readonly method: 'get' | 'post'; readonly path: string; readonly form: SentForm };

/** The addresses that a page links to, as far as they are the app's own. */
export function linksIn(html: string, page: string): string[] {
	const found = [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href]) => pathFrom(href!, page));
	return [...new Set(found.filter((path) => path !== null))];
}

/**
 * The forms of a page as a browser would send them, once for each of their buttons: what is filled in is kept, a list gives
 * its first real choice, and what is empty is typed into.
 */
export function formsIn(html: string, page: string, typed: (name: string) => string = plausible): FoundForm[] {
	return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, attributes = '', inside = '']) => {
		const method = attributeOf(attributes, 'method')?.toLowerCase() === 'post' ? 'post' : 'get';
		const path = pathFrom(attributeOf(attributes, 'action') ?? page, page);
		if (path === null) return [];
		const fields = [...inputsIn(inside), ...selectsIn(inside), ...textareasIn(inside)];
		const form: Record<string, string[]> = {};
		for (const { name, value, isTyped } of fields) {
			form[name] = [...(form[name] ?? []), value === '' && isTyped ? typed(name) : value];
		}
		return buttonsIn(inside).map((button) => ({ method, path, form: { ...form, ...button } }));
	});
}

/** What somebody might type into a field of this name. */
function plausible(name: string): string {
	const [, wanted] = PLAUSIBLE.find(([pattern]) => pattern.test(name)) ?? [];
	return wanted ?? 'Words';
}

const PLAUSIBLE = [
	[/-day$/, '6'],
	[/-month$/, '4'],
	[/-year$/, '2026'],
	[/time|from/i, '9am'],
	[/until/i, '5:30pm'],
	[/minutes/i, '10'],
	[/email|address/i, 'words@example.org'],
] as const;

/** The form's fields as the question of an address. */
export function asQuestion({ path, form }: FoundForm): string {
	const question = new URLSearchParams();
	for (const [name, value] of Object.entries(form))
		for (const text of [value].flat()) question.append(name, String(text));
	return `${path.split('?')[0]}?${question}`;
}

function pathFrom(href: string, page: string): string | null {
	const url = new URL(unescaped(href), `http://localhost${page}`);
	return url.origin === 'http://localhost' ? url.pathname + url.search : null;
}

type Field = { readonly name: string; readonly value: string; readonly isTyped: boolean };

function inputsIn(html: string): Field[] {
	const inputs = [...html.matchAll(/<input\b([^>]*)>/g)].map(([, attributes = '']) => ({
		name: attributeOf(attributes, 'name') ?? '',
		type: attributeOf(attributes, 'type') ?? 'text',
		value: attributeOf(attributes, 'value') ?? '',
		isChecked: /\schecked\b/.test(attributes),
	}));
	return inputs.flatMap(({ name, type, value, isChecked }, at) => {
		if (name === '' || type === 'file' || (type === 'checkbox' && !isChecked)) return [];
		const group = inputs.filter((other) => other.type === 'radio' && other.name === name);
		const kept = group.find((other) => other.isChecked) ?? group[0];
		if (type === 'radio' && inputs[at] !== kept) return [];
		return [{ name, value, isTyped: type !== 'radio' && type !== 'checkbox' && type !== 'hidden' }];
	});
}

function selectsIn(html: string): Field[] {
	return [...html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].flatMap(([, attributes = '', inside = '']) => {
		const name = attributeOf(attributes, 'name');
		const options = [...inside.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => ({
			value: attributeOf(option, 'value') ?? '',
			isSelected: /\sselected\b/.test(option),
		}));
		const kept = options.find(({ isSelected, value }) => isSelected && value !== '');
		const value = (kept ?? options.find((option) => option.value !== ''))?.value ?? '';
		return name ? [{ name, value, isTyped: false }] : [];
	});
}

function textareasIn(html: string): Field[] {
	return [...html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].flatMap(
		([, attributes = '', inside = '']) => {
			const name = attributeOf(attributes, 'name');
			return name ? [{ name, value: unescaped(inside), isTyped: true }] : [];
		},
	);
}

function buttonsIn(html: string): Record<string, string>[] {
	const named = [...html.matchAll(/<button\b([^>]*)>/g)].map(([, attributes = '']) => {
		const name = attributeOf(attributes, 'name');
		return name ? { [name]: attributeOf(attributes, 'value') ?? '' } : {};
	});
	return named.length > 0 ? named : [{}];
}

function attributeOf(attributes: string, name: string): string | null {
	const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
	return found === undefined ? null : unescaped(found);
}

function unescaped(text: string): string {
	return text
		.replaceAll('&quot;', '"')
		.replaceAll('&#x27;', "'")
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}
