import type { ServerBuild } from '@remix-run/node';

type Route = ServerBuild['routes'][string];
type Handler = NonNullable<Route['module']['loader']>;

/**
 * The build with every loader and action of it noting its route for the audit entry of the page. It is done to the build,
 * so that no route can leave it out.
 */
export function notedBuild(build: ServerBuild): ServerBuild {
	const routes = Object.entries(build.routes).map(([id, route]) => [id, id === 'root' ? route : notedRoute(route)]);
	return { ...build, routes: Object.fromEntries(routes) };
}

function notedRoute(route: Route): Route {
	const { loader, action } = route.module;
	const module = { ...route.module };
	if (loader) module.loader = noting(route.id, loader);
	if (action) module.action = noting(route.id, action);
	return { ...route, module };
}

function noting(routeId: string, handler: Handler): Handler {
	const noted: Handler = (args) => {
		const { view } = args.context;
		view.routeId = routeId.replace(/^routes\//, '');
		view.params = args.params;
		return handler(args);
	};
	return Object.assign(noted, handler);
}
