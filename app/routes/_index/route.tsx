import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { sectionsOf } from '#app/domain/access/home.ts';
import { requireActor } from '#app/http/actor.ts';
import { paths } from '#app/paths.ts';
import { NAVIGATION } from '#app/ui/shell/navigation.ts';

/** Sends everybody to where their work begins. */
export function loader({ request, context }: LoaderFunctionArgs) {
	const [home] = sectionsOf(requireActor(request, context));
	return redirect(home ? NAVIGATION[home].href : paths.accessibility());
}
