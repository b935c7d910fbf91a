import { redirect } from '@remix-run/node';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { Access, AccessTarget } from '#app/domain/access/policy.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { paths } from '#app/paths.ts';
import { type HalfWay, identifyHalfWay, identifyStaff } from '#app/use-cases/staff/identify-staff.ts';
import { notFound } from './not-found.ts';
import type { RequestContext } from './request-context.ts';
import { readSignInCookie } from './sign-in-cookie.ts';

/** Who is signed in, or null. Looked up once for each request. */
export function actorOf(request: Request, context: RequestContext): StaffActor | null {
	context.signedIn ??= { actor: identifyStaff(context, readSignInCookie(context.config, request)) };
	return context.signedIn.actor;
}

/** Who has given a password and has still to prove a second factor, or set one up; null for anybody else. Looked up once. */
export function halfWayOf(request: Request, context: RequestContext): HalfWay | null {
	context.halfWay ??= { found: identifyHalfWay(context, readSignInCookie(context.config, request)) };
	return context.halfWay.found;
}

/** Who is signed in; sends anybody else to the sign-in page, or to the step of it that they have come to. */
export function requireActor(request: Request, context: RequestContext): StaffActor {
	const actor = actorOf(request, context);
	if (!actor) throw redirect(stepOf(halfWayOf(request, context)));
	return actor;
}

/** Who is signed in, if they may do this to some record of the kind; the page is not there for anybody else. */
export function requireAccess(
	request: Request,
	context: RequestContext,
	may: Access,
	record: AccessTarget,
): StaffActor {
	const actor = requireActor(request, context);
	if (!mayAtAll(actor, may, record)) throw notFound();
	return actor;
}

/** Where signing in goes on for somebody who is so far: the page of the code, of setting up, or the first. */
export function stepOf(halfWay: Pick<HalfWay, 'waitsFor'> | null): string {
	if (!halfWay) return paths.signIn();
	return halfWay.waitsFor === 'code' ? paths.signInCode() : paths.signInSetUp();
}
