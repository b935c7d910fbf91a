import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import { asId, type VenueId } from '#app/domain/shared/ids.ts';
import { listInWords } from '#app/domain/shared/in-words.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { setVenueDays } from '#app/use-cases/places/set-venue-days.ts';
import { findVenue } from '#db/queries/places.ts';
import { listVenueDays } from '#db/queries/planning/venue-days.ts';
import { venueDaysForm } from './form.ts';
import { VenueDaysPage, type VenueDaysView } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Days of a venue');

const SAID = { saved: 'The days of the venue are saved.' };

const SENTENCES: RefusalSentences = {
	'sessions-stand': ({ cohorts }) => ({
		field: 'accept',
		sentence: `Sessions to come stand on days that would not be their side’s: ${listInWords(cohorts as string[])}. Tick below that they will be moved, or change the days`,
	}),
};
const STALE = 'Somebody changed this venue while you had it open. Look at what you chose, and save again';

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'venue-days');
	const venue = orNotFound(findVenue(context.db, actor, asId<VenueId>(params.venueId!)));
	const view: VenueDaysView = {
		name: venue.name,
		area: venue.area.name,
		travelPoint: venue.travelPoint,
		days: listVenueDays(context.db, actor).get(venue.id) ?? {},
		version: venue.version,
	};
	return json({ view, said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'venue-days');
	const venueId = asId<VenueId>(params.venueId!);
	orNotFound(findVenue(context.db, actor, venueId));
	const read = await readForm(request, venueDaysForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = setVenueDays(context, actor, { venueId, ...read.value });
	if (outcome.done) return redirect(paths.venueDays(venueId, 'saved'));
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, SENTENCES);
	return answerStale(read.form, outcome.details.version as number, STALE);
}

export default function VenueDays() {
	const { view, said: sentence } = useLoaderData() as { view: VenueDaysView; said: string | null };
	const days = Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, view.days[weekday] ?? '']));
	const values = { ...days, travelPoint: view.travelPoint ?? '', version: String(view.version) };
	const form = useActionData<{ form: FormState }>()?.form ?? { values, errors: {} };
	return <VenueDaysPage view={view} form={form} said={sentence} />;
}
