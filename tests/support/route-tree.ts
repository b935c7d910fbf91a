import type { ServerBuild } from '@remix-run/node';

const build: ServerBuild = await import(new URL('../../build/server/index.js', import.meta.url).href);

/** Every route of the build but the root and the one that answers for what is nobody's: a new page cannot be forgotten. */
export const ROUTES = Object.values(build.routes)
	.filter(({ id }) => id !== 'root' && id !== 'routes/$')
	.map(({ id, path = '', module }) => ({
		id: id.replace('routes/', ''),
		/** Its address with the names of its parameters: `/sessions/:sessionId/register`. */
		pattern: `/${path}`,
		params: [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!),
		hasLoader: 'loader' in module,
		hasAction: 'action' in module,
		hasPage: 'default' in module,
	}));

/** The address with these values for its parameters; one that is not given is nobody's. */
export function addressOf(pattern: string, values: Readonly<Record<string, string>>): string {
	return pattern.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(values[name] ?? 'abcdefghijkmnpqrstuv'));
}
