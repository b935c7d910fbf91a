import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/**
 * Where a value goes in markup that is rendered once; control characters, which no page has otherwise. They are of Latin-1,
 * as nearly all of our pages are: one character beyond it doubles what a page takes in memory and to encode.
 */
export const slot = (name: string) => `${OPENS}${name}${ENDS}`;
const OPENS = '\u0001';
const ENDS = '\u0002';
const SLOTS = new RegExp(`${OPENS}([^${ENDS}]*)${ENDS}`);

/** Literal text and, between, the names of slots: text, slot, text, slot, … text. */
type Template = readonly string[];

const MOST_TEMPLATES = 500;
const templates = new Map<string, Template>();

/**
 * The markup of an element that a page repeats in few shapes, with its values put in: a register of thirty people costs
 * little more than one. `render` is asked once for each `shape`, and puts a `slot` wherever a value goes. Values are
 * escaped here; nothing of a person may be part of a shape, because shapes are kept.
 */
export function stamp(
	shape: string,
	render: () => ReactElement,
	values: Readonly<Record<string, string | number>> = {},
): string {
	let template = templates.get(shape);
	if (template === undefined) {
		template = renderToStaticMarkup(render()).split(SLOTS);
		if (templates.size >= MOST_TEMPLATES) templates.clear();
		templates.set(shape, template);
	}
	let markup = template[0] ?? '';
	for (let index = 1; index < template.length; index += 2) {
		markup += escaped(String(values[template[index]!] ?? '')) + template[index + 1];
	}
	return markup;
}

const ESCAPED: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#x27;',
};

function escaped(text: string): string {
	return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => ESCAPED[character]!) : text;
}

type StampedProps = {
	readonly markup: string;
	readonly as?: 'div' | 'header' | 'footer';
	readonly className?: string;
};

/** Puts stamped markup into a page. Only `stamp` makes it: there every value was escaped. */
export function Stamped({ markup, as: Element = 'div', className }: StampedProps) {
	// biome-ignore lint/security/noDangerouslySetInnerHtml: the markup is React's own, with values that were escaped.
	return <Element className={className} dangerouslySetInnerHTML={{ __html: markup }} />;
}
