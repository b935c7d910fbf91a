import type { ServerBuild } from '@remix-run/node';

/**
 * The part of the build that can answer an address: its routes share the address's first segment, and have as many. Remix
 * tries every route on every request, several times over, which with some sixty routes took longer than reading a register;
 * with the handful of one section it does not show (docs/how-to/bench.md). An address of no section gets the page that
 * answers 404.
 */
export function buildBySection(build: ServerBuild): (pathname: string) => ServerBuild {
	const routes = Object.values(build.routes).filter((route) => route.id !== 'root');
	const isEverywhere = ({ path = '' }: { path?: string | undefined }) => path === '*';
	const sections = Map.groupBy(routes, ({ path }) => sectionOf(path ?? ''));
	const parts = new Map(
		[...sections.keys()].map((section) => {
			const own = routes.filter((route) => isEverywhere(route) || sectionOf(route.path ?? '') === section);
			return [section, partOf(build, own)];
		}),
	);
	const nowhere = partOf(build, routes.filter(isEverywhere));
	return (pathname) => parts.get(sectionOf(pathname)) ?? nowhere;
}

function partOf(build: ServerBuild, routes: readonly ServerBuild['routes'][string][]): ServerBuild {
	const ids = new Set(['root', ...routes.map(({ id }) => id)]);
	const kept = <Route>(all: Record<string, Route>) =>
		Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
	return { ...build, routes: kept(build.routes), assets: { ...build.assets, routes: kept(build.assets.routes) } };
}

/** The first segment and how many there are. Addresses match whatever their capitals, and with a slash at the end too. */
function sectionOf(path: string): string {
	const segments = path.split('/').filter((segment) => segment !== '');
	return `${segments.length} ${segments[0] ?? ''}`.toLowerCase();
}
