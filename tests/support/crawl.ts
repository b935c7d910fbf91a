import type { BrowserContext } from 'playwright-core';

/** A page that links lead to: its address, what kind of page it is, and how it answered. */
export type FoundPage = {
	readonly path: string;
	/** Its path without ids and filters, with what it was only asked to do: `/sessions/:id/register?take-back`. */
	readonly kind: string;
	readonly status: number;
	readonly html: string;
};

/**
 * No list makes the walk longer than this: so many pages of one kind are opened, and up to so many in all where another kind
 * of page leads to one. Most registers of a day are empty and few sessions have an agreed note: a walk that is content with
 * three finds neither.
 */
const PAGES_OF_A_KIND = { fromAnywhere: 12, inAll: 14 };

type Opened = { readonly url: string; readonly status: number; readonly html: string };

/** Every page that links lead to from `start`, as the visitor who is signed in there; a few of each kind. */
export function followLinks({ request }: BrowserContext, url: string, start: string): Promise<FoundPage[]> {
	return walkPages(async (path) => {
		const answer = await request.get(url + path);
		return { url: answer.url(), status: answer.status(), html: await answer.text() };
	}, start);
}

/** The same, however a page is opened: `open` answers with where it was led. */
export async function walkPages(open: (path: string) => Promise<Opened>, start: string): Promise<FoundPage[]> {
	const found: FoundPage[] = [];
	const opened = new Map<string, readonly string[]>();
	const waiting: { readonly path: string; readonly from: string }[] = [{ path: start, from: '' }];
	const seen = new Set([start]);
	for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
		const { path, from } = next;
		const others = opened.get(kindOf(path)) ?? [];
		if (!isOneMore(others, from)) continue;
		opened.set(kindOf(path), [...others, from]);
		const { url, status, html } = await open(path);
		const kind = kindOf(url);
		found.push({ path, kind, status, html });
		for (const link of linksIn(html, url)) {
			if (seen.has(link)) continue;
			seen.add(link);
			waiting.push({ path: link, from: kind });
		}
	}
	return found;
}

/** `others`: from which kinds of pages those of the same kind were reached that are opened already. */
function isOneMore(others: readonly string[], from: string): boolean {
	if (others.length < PAGES_OF_A_KIND.fromAnywhere) return true;
	return others.length < PAGES_OF_A_KIND.inAll && !others.includes(from);
}

/** The fullest page of each kind: it shows the most of what that kind can show. */
export function fullestOfEachKind(pages: readonly FoundPage[]): FoundPage[] {
	const fullest = new Map<string, FoundPage>();
	for (const page of pages) {
		if (page.html.length > (fullest.get(page.kind)?.html.length ?? -1)) fullest.set(page.kind, page);
	}
	return [...fullest.values()];
}

/** What kind of page an address is: its path without ids and filters. */
export function kindOf(path: string): string {
	const { pathname, searchParams } = new URL(path, 'http://localhost');
	const plain = pathname
		.replace(/\/(?:[a-z0-9]{20}|id\d{6})(?=\/|$)/g, '/:id')
		.replace(/\/\d+(?=\/|$)/g, '/:number')
		.replace(/^\/gaps\/[^/]+/, '/gaps/:gap')
		.replace(/^\/programmes\/[^/]+/, '/programmes/:programme')
		.replace(/^\/messages\/wordings\/[^/]+/, '/messages/wordings/:id')
		.replace(/\/(england-and-wales|scotland|northern-ireland)(?=\/|$)/, '/:nation');
	const asked = [...searchParams].filter(([, value]) => value === '').map(([name]) => name);
	return asked.length > 0 ? `${plain}?${asked.join('&')}` : plain;
}

/** Where the links of a page lead inside the app, files left out. */
export function linksIn(html: string, page: string): string[] {
	const { origin } = new URL(page);
	return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)]
		.map(([, href]) => new URL(href!.replaceAll('&amp;', '&'), page))
		.filter((link) => link.origin === origin && !/\.\w+$/.test(link.pathname))
		.map(({ pathname, search }) => pathname + search);
}
