import '@remix-run/server-runtime';
import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { HalfWay } from '#app/use-cases/staff/identify-staff.ts';
import { newPageView, type PageView } from './audit/page-view.ts';

/**
 * What one request carries: the app's parts, who is signed in once somebody has asked, and what is being
 * shown. Made anew for each request.
 */
export type RequestContext = AppContext & {
	/** What the audit entry of this page will say. */
	readonly view: PageView;
	/** Where the request comes from, as it is counted; null when that is not known. */
	readonly address: string | null;
	signedIn: { readonly actor: (Actor & { kind: 'staff' }) | null } | undefined;
	/** Who is between password and second factor, once somebody has asked. */
	halfWay: { readonly found: HalfWay | null } | undefined;
	/** Whether an action has answered with something that is shown once: the page’s loader then prepares nothing new. */
	showsOnce: boolean;
	/** The page as bytes, for a server that takes it past the response that stands for it; undefined where none asks for it. */
	page: { readonly response: Response; readonly bytes: Buffer } | null | undefined;
	/** The number under which a fault of this request stands in the log, once there was one. */
	faultReference: string | undefined;
};

declare module '@remix-run/server-runtime' {
	interface AppLoadContext extends RequestContext {}
}

/** The load context of one request. Never shared: it remembers who is signed in. */
export function requestContext(context: AppContext, address: string | null = null): RequestContext {
	return {
		...context,
		view: newPageView(),
		address,
		signedIn: undefined,
		halfWay: undefined,
		showsOnce: false,
		page: undefined,
		faultReference: undefined,
	};
}
