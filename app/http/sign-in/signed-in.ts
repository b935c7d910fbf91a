import { json, redirect } from '@remix-run/node';
import { paths } from '#app/paths.ts';
import { readKeptForms } from '#app/use-cases/kept-forms/read-kept-forms.ts';
import type { SignedIn } from '#app/use-cases/staff/sign-in.ts';
import { stepOf } from '../actor.ts';
import type { RequestContext } from '../request-context.ts';
import { signInCookie } from '../sign-in-cookie.ts';
import { readKeptKey } from './kept-key.ts';

/** Hands the browser its new secret and sends it on: to the step that is outstanding, to what was not saved, or home. */
export function answerSignedIn(request: Request, context: RequestContext, signedIn: SignedIn): Response {
	const to = signedIn.waitsFor ? stepOf({ waitsFor: signedIn.waitsFor }) : afterSignIn(request, context, signedIn);
	return redirect(to, { headers: { 'Set-Cookie': signInCookie(context.config, signedIn.secret) } });
}

/** Where somebody goes who has just signed in: to what they typed in this browser and could not save, or to their home page. */
export function afterSignIn(request: Request, context: RequestContext, { staffId }: Pick<SignedIn, 'staffId'>): string {
	const kept = readKeptForms(context, staffId, readKeptKey(context.config, request));
	return kept.length > 0 ? paths.unsaved() : paths.home();
}

/** Shows recovery codes on the answer itself, because nothing can show them again, and hands the browser its new secret. */
export function answerShownOnce(
	request: Request,
	context: RequestContext,
	{ recoveryCodes, secret, staffId }: Omit<SignedIn, 'waitsFor'> & { readonly recoveryCodes: readonly string[] },
): Response {
	context.showsOnce = true;
	const headers = { 'Set-Cookie': signInCookie(context.config, secret) };
	return json({ recoveryCodes, next: afterSignIn(request, context, { staffId }) }, { headers });
}
