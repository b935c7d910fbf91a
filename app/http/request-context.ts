import '@remix-run/server-runtime';
import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';

/** What one request carries: the app's parts, and who is signed in once somebody has asked. Made anew for each request. */
export type RequestContext = AppContext & {
	signedIn: { readonly actor: (Actor & { kind: 'staff' }) | null } | undefined;
	/** The number under which a fault of this request stands in the log, once there was one. */
	faultReference: string | undefined;
};

declare module '@remix-run/server-runtime' {
	interface AppLoadContext extends RequestContext {}
}

/** The load context of one request. Never shared: it remembers who is signed in. */
export function requestContext(context: AppContext): RequestContext {
	return { ...context, signedIn: undefined, faultReference: undefined };
}
