import { createElement, type ReactNode } from 'react';
import { type Markup, parseMarkup } from './markup.ts';

// biome-ignore lint/suspicious/noExplicitAny: the package's fixtures are data of many shapes.
export type Options = Record<string, any>;

const REACT_NAMES: Record<string, string> = {
	class: 'className',
	for: 'htmlFor',
	tabindex: 'tabIndex',
	spellcheck: 'spellCheck',
	autocomplete: 'autoComplete',
	inputmode: 'inputMode',
	hreflang: 'hrefLang',
};

/** What a fixture puts somewhere, as text or as HTML. */
export function content(part: Options | undefined): ReactNode {
	if (!part) return undefined;
	return part.html ? fromHtml(part.html) : part.text;
}

/** A fixture's HTML as React elements, because a component takes nodes and never HTML. */
export function fromHtml(html: string): ReactNode {
	return createElement('i', null, ...toNodes(parseMarkup(html.trim()))).props.children;
}

/** Attributes under the names by which React knows them. */
export function attributesOf(attributes: Options | undefined): Options {
	return Object.fromEntries(
		Object.entries(attributes ?? {}).map(([name, value]) => [REACT_NAMES[name] ?? name, value]),
	);
}

/** A text size (`l` of `govuk-label--l`) and what other class names there are. */
export function sizeIn(classes: string | undefined, block: string) {
	const sizes = ['s', 'm', 'l', 'xl'] as const;
	const size = sizes.find((one) => classes === `${block}--${one}`);
	return { size, className: size ? undefined : classes };
}

/** A list without the holes that the templates skip; a caller of ours leaves them out itself. */
export function present(list: readonly Options[] | undefined): Options[] {
	return (list ?? []).filter((item) => item && Object.keys(item).length > 0);
}

function toNodes(markup: readonly Markup[]): ReactNode[] {
	return markup.map((node) => {
		if (typeof node === 'string') return node;
		if (node.tag === 'textarea') {
			return createElement('textarea', {
				...attributesOf(node.attributes),
				defaultValue: node.children.join('').trim(),
			});
		}
		return createElement(node.tag, attributesOf(node.attributes), ...toNodes(node.children));
	});
}
