/** A small tolerant reader of HTML, enough for the fixtures of govuk-frontend and for what React writes. */
export type Markup = MarkupElement | string;
export type MarkupElement = {
	readonly tag: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly Markup[];
};

type OpenElement = { tag: string; attributes: Record<string, string>; children: Markup[] };

const VOID_TAGS = new Set(['input', 'br', 'hr', 'img']);
const INLINE_TAGS = new Set(['a', 'b', 'code', 'em', 'span', 'strong']);
const ENTITIES: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	nbsp: '\u00a0',
	ctdot: '⋯',
	pound: '£',
};
const TOKEN =
	/<!--[\s\S]*?-->|<\/([a-z][\w-]*)\s*>|<([a-z][\w-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/?>|[^<]+|</gi;
const ATTRIBUTE = /([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

/** The tree that a piece of HTML means. Throws when a tag is closed that is not open, or stays open. */
export function parseMarkup(html: string): readonly Markup[] {
	const root: OpenElement = { tag: '', attributes: {}, children: [] };
	const open = [root];
	for (const [token, closing, opening, attributes] of html.matchAll(TOKEN)) {
		const parent = open.at(-1)!;
		if (token.startsWith('<!--')) continue;
		if (closing) {
			if (open.pop()!.tag !== closing.toLowerCase()) throw new Error(`</${closing}> closes nothing that is open`);
		} else if (opening) {
			const element = { tag: opening.toLowerCase(), attributes: readAttributes(attributes ?? ''), children: [] };
			parent.children.push(element);
			if (!VOID_TAGS.has(element.tag) && !token.endsWith('/>')) open.push(element);
		} else parent.children.push(decode(token));
	}
	if (open.length > 1) throw new Error(`<${open.at(-1)!.tag}> stays open`);
	return root.children;
}

/**
 * One line for each tag and text, with attributes and class names in order, so that two pieces of HTML are alike when and
 * only when their lines are. White space counts only where it parts words: between texts and inline elements.
 */
export function normalise(nodes: readonly Markup[], indent = ''): string {
	return spaced(nodes)
		.map((node) => (typeof node === 'string' ? `${indent}“${node}”\n` : normaliseElement(node, indent)))
		.join('');
}

function normaliseElement({ tag, attributes, children }: MarkupElement, indent: string): string {
	const written = Object.entries(attributes)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, value]) => ` ${name}="${name === 'class' ? value.trim().split(/\s+/).sort().join(' ') : value}"`);
	return `${indent}<${tag}${written.join('')}>\n${normalise(children, `${indent}  `)}`;
}

/** Collapses white space, and drops it at the edges and beside everything that is not part of a line of text. */
function spaced(nodes: readonly Markup[]): readonly Markup[] {
	const joined: Markup[] = [];
	for (const node of nodes) {
		const last = joined.at(-1);
		if (typeof node === 'string' && typeof last === 'string') joined[joined.length - 1] = last + node;
		else joined.push(node);
	}
	return joined
		.map((node, index) => {
			if (typeof node !== 'string') return node;
			const start = isInline(joined[index - 1]) ? ' ' : '';
			const end = isInline(joined[index + 1]) ? ' ' : '';
			const text = node.replace(/[ \t\r\n]+/g, ' ').replace(/^ /, start);
			return text === start && start !== end ? '' : text.replace(/ $/, end);
		})
		.filter((node) => node !== '');
}

function isInline(node: Markup | undefined): boolean {
	return typeof node === 'object' && INLINE_TAGS.has(node.tag);
}

function readAttributes(text: string): Record<string, string> {
	return Object.fromEntries(
		[...text.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [
			name!.toLowerCase(),
			decode(double ?? single ?? ''),
		]),
	);
}

function decode(text: string): string {
	return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));?/gi, (whole, hex, decimal, name) => {
		if (hex || decimal) return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
		return ENTITIES[name] ?? whole;
	});
}
