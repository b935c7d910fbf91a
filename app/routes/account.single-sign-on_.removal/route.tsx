import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireActor } from '#app/http/actor.ts';
import { notFound } from '#app/http/not-found.ts';
import { paths } from '#app/paths.ts';
import { unlinkIdentity } from '#app/use-cases/single-sign-on/link-identity.ts';

export function loader({ request, context }: LoaderFunctionArgs): never {
	requireActor(request, context);
	throw notFound();
}

/** Unlinks one’s own account from the organisation’s sign-in. */
export function action({ request, context }: ActionFunctionArgs) {
	const outcome = unlinkIdentity(context, requireActor(request, context));
	if (!outcome.done) throw notFound();
	return redirect(paths.account('unlinked'));
}
