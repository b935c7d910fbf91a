import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { parseNation } from '#app/domain/scheduling/meeting-pattern.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { paths } from '#app/paths.ts';
import { noteHolidaysChecked } from '#app/use-cases/places/note-holidays-checked.ts';

/** The button stands on the nation's page; there is nothing to see here. */
export function loader({ request, context }: LoaderFunctionArgs): never {
	requireAccess(request, context, 'write', 'closures');
	throw notFound();
}

/** Notes that somebody compared the nation's list with the official one. */
export function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'closures');
	const nation = orNotFound(parseNation(params.nation!));
	if (!noteHolidaysChecked(context, actor, nation).done) throw notFound();
	return redirect(paths.bankHolidays(nation, 'checked'));
}

export default function BankHolidaysCheck() {
	return null;
}
