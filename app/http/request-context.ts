import '@remix-run/server-runtime';
import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { HalfWay } from '#app/use-cases/staff/identify-staff.ts';

/** What one request carries: the app's parts, and who is signed in once somebody has asked. Made anew for each request. */
export type RequestContext = AppContext & {
	/** Where the request comes from, as it is counted; null when that is not known. */
	readonly address: string | null;
	signedIn: { readonly actor: (Actor & { kind: 'staff' }) | null } | undefined;
	/** Who is between password and second factor, once somebody has asked. */
	halfWay: { readonly found: HalfWay | null } | undefined;
	/** Whether an action has answered with something that is shown once: the page’s loader then prepares nothing new. */
	showsOnce: boolean;
};

declare module '@remix-run/server-runtime' {
	interface AppLoadContext extends RequestContext {}
}

/** The load context of one request. Never shared: it remembers who is signed in. */
export function requestContext(context: AppContext, address: string | null = null): RequestContext {
	return { ...context, address, signedIn: undefined, halfWay: undefined, showsOnce: false };
}
