import type { ServerBuild } from '@remix-run/node';

export type BuiltRoute = {
	/** The name of its folder: `cohorts.$cohortId._index`. */
	readonly id: string;
	readonly path: string;
	readonly parameters: readonly string[];
	readonly hasLoader: boolean;
	readonly hasAction: boolean;
	readonly isPage: boolean;
};

/** Every route of a build but the root, which has no address of its own: a new route is in the list without being told. */
export function routesOf(build: ServerBuild): readonly BuiltRoute[] {
	return Object.values(build.routes)
		.filter(({ id }) => id !== 'root')
		.map(({ id, path = '', module }) => ({
			id: id.replace('routes/', ''),
			path: `/${path}`,
			parameters: [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!),
			hasLoader: 'loader' in module,
			hasAction: 'action' in module,
			isPage: 'default' in module,
		}));
}

/** The values that stand for each parameter of an address. */
export type Values = Readonly<Record<string, string>>;

/** An id of the right shape that is nobody's. */
export const UNKNOWN_ID = 'abcdefghijkmnpqrstuv';

/** The route's address with these values; with an id of nobody's for those that are left out. */
export function addressOf({ path }: Pick<BuiltRoute, 'path'>, values: Values): string {
	return path.replace('*', 'nowhere').replaceAll(/:(\w+)/g, (_all, name: string) => values[name] ?? UNKNOWN_ID);
}

/** The route that answers this address: of those that fit, the one that names the most of it. */
export function routeAt(path: string, routes: readonly BuiltRoute[]): BuiltRoute | undefined {
	const [pathname = ''] = path.split('?');
	const fits = routes.filter((route) => {
		const pattern = route.path.replaceAll('.', '\\.').replace('*', '.*').replaceAll(/:\w+/g, '[^/]+');
		return new RegExp(`^${pattern}$`).test(pathname);
	});
	return fits.toSorted((one, other) => rank(one) - rank(other))[0];
}

const rank = ({ path, parameters }: BuiltRoute) => (path === '/*' ? 9 : parameters.length);
