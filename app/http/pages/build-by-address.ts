import type { ServerBuild } from '@remix-run/node';

/**
 * The part of the build that can answer an address: the routes that have as many segments, and the same wherever theirs are
 * written out. Remix tries every route on every request, several times over, which with some sixty routes took longer than
 * reading a register; with one or two it does not show (docs/how-to/bench.md). An address of which only Remix can say
 * whether it is one of theirs gets the page that answers 404 as well.
 */
export function buildByAddress(build: ServerBuild): (pathname: string) => ServerBuild {
	const routes = Object.values(build.routes).filter(({ id }) => id !== 'root');
	const everywhere = routes.filter(({ path }) => path === '*');
	const others = routes
		.filter(({ path }) => path !== '*')
		.map((route) => ({ route, segments: segmentsOf(route.path) }));
	const bySection = Map.groupBy(others, ({ segments }) => sectionOf(segments));
	const parts = new Map<string, ServerBuild>();
	return (pathname) => {
		const asked = segmentsOf(pathname);
		const fitting = (bySection.get(sectionOf(asked)) ?? []).filter(({ segments }) => fits(segments, asked));
		const isSure = fitting.some(({ segments }) => segments.every(isWhole)) && !pathname.includes('//');
		const own = [...fitting.map(({ route }) => route), ...(isSure ? [] : everywhere)];
		const key = own.map(({ id }) => id).join(' ');
		const part = parts.get(key) ?? partOf(build, own);
		parts.set(key, part);
		return part;
	};
}

function partOf(build: ServerBuild, routes: readonly ServerBuild['routes'][string][]): ServerBuild {
	const ids = new Set(['root', ...routes.map(({ id }) => id)]);
	const kept = <Route>(all: Record<string, Route>) =>
		Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
	return { ...build, routes: kept(build.routes), assets: { ...build.assets, routes: kept(build.assets.routes) } };
}

/** Addresses match whatever their capitals, and with a slash at the end too. */
function segmentsOf(path = ''): readonly string[] {
	return path
		.toLowerCase()
		.split('/')
		.filter((segment) => segment !== '');
}

function sectionOf(segments: readonly string[]): string {
	return `${segments.length} ${segments[0] ?? ''}`;
}

/** Such a segment is one word of ours, or a parameter that takes any word. */
function isWhole(segment: string): boolean {
	return /^(:\w+|[\w-]+)$/.test(segment);
}

/** A segment with a parameter in it fits anything here: Remix looks closer. */
function fits(segments: readonly string[], asked: readonly string[]): boolean {
	return segments.every((segment, index) => segment.includes(':') || segment === asked[index]);
}
