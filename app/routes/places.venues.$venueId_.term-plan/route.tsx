import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { asId, type VenueId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { TermPlan } from '#app/ui/blocks/term-plan.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { formatDay, formatInstant, formatTimeSpan } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { halfYearFrom } from '#app/ui/term-span.ts';
import { findVenue } from '#db/queries/places.ts';
import { listPlannedSessions } from '#db/queries/term-plans.ts';

export const meta: MetaFunction = () => pageTitle('Term plan of a venue');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'places');
	const now = context.clock.now();
	const span = halfYearFrom(dayOf(now));
	const venueId = asId<VenueId>(params.venueId!);
	const { name } = orNotFound(findVenue(context.db, actor, venueId));
	const rows = listPlannedSessions(context.db, actor, { venueId }, span).map((session) => [
		formatDay(session.day),
		formatTimeSpan(session.startTime!, session.lengthMinutes),
		session.room ?? '',
		session.kind === 'catch-up' ? `${session.cohort}, catch-up` : session.cohort,
		session.state === 'cancelled' ? 'Does not go ahead' : '',
	]);
	return json({ name, inWords: span.inWords, rows, printedAt: formatInstant(now) });
}

export default function VenueTermPlan() {
	const { name, inWords, rows, printedAt } = useLoaderData<typeof loader>();
	return (
		<>
			<BackLink href={paths.places()}>Places</BackLink>
			<PageHeader caption={inWords} title={`Term plan: ${name}`} />
			<p className="govuk-body no-print">Only sessions that you may see are in this list.</p>
			<TermPlan
				caption="Sessions at this venue in order of time"
				columns={['Day', 'Time', 'Room', 'Cohort', 'Note']}
				rows={rows}
				nothing="No session that you may see in this half year"
				printedAt={printedAt}
			/>
		</>
	);
}
