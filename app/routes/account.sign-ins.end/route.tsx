import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';
import { requireActor } from '#app/http/actor.ts';
import { notFound } from '#app/http/not-found.ts';
import { readForm } from '#app/http/read-form.ts';
import { readSignInCookie } from '#app/http/sign-in-cookie.ts';
import { paths } from '#app/paths.ts';
import { endOwnSignIns } from '#app/use-cases/account/end-own-sign-ins.ts';

export function loader({ request, context }: LoaderFunctionArgs): never {
	requireActor(request, context);
	throw notFound();
}

/** Ends one of one’s own sign-ins, or all the others. */
export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireActor(request, context);
	const read = await readForm(request, z.object({ which: z.string() }));
	const which = read.ok ? read.value.which : '';
	const outcome = endOwnSignIns(context, actor, { which, secret: readSignInCookie(context.config, request) });
	if (!outcome.done) throw notFound();
	return redirect(paths.account(which === 'others' ? 'sign-ins-ended' : 'sign-in-ended'));
}
