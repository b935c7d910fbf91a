import { deviceLabel } from '#app/domain/sign-in/device-label.ts';
import type { RequestContext } from '../request-context.ts';
import { readSignInCookie } from '../sign-in-cookie.ts';

/** The browser that asks: the sign-in that it has, a plain name for it, and where it is. */
export function visitorOf(request: Request, context: RequestContext) {
	return {
		replaces: readSignInCookie(context.config, request),
		device: deviceLabel(request.headers.get('User-Agent')),
		address: context.address,
	};
}
