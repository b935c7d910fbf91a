import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { dayOf } from '#app/domain/shared/instant.ts';
import { requireAccess } from '#app/http/actor.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { TermPlan } from '#app/ui/blocks/term-plan.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { formatDay, formatInstant, formatTimeSpan } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { sessionName } from '#app/ui/session-name.ts';
import { halfYearFrom } from '#app/ui/term-span.ts';
import { listPlannedSessions, type PlannedSession } from '#db/queries/term-plans.ts';

export const meta: MetaFunction = () => pageTitle('My term plan');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'own-calendar');
	const now = context.clock.now();
	const span = halfYearFrom(dayOf(now));
	const sessions = listPlannedSessions(context.db, actor, { staffId: actor.staffId }, span);
	return json({ inWords: span.inWords, rows: sessions.map(rowOf), printedAt: formatInstant(now) });
}

function rowOf(session: PlannedSession): string[] {
	const { day, startTime, lengthMinutes, venue, room, cohort, state } = session;
	return [
		formatDay(day),
		formatTimeSpan(startTime!, lengthMinutes),
		venue ? [venue, room].filter(Boolean).join(', ') : 'Online',
		`${cohort}, ${sessionName(session)}`,
		state === 'cancelled' ? 'Does not go ahead' : '',
	];
}

export default function MyTermPlan() {
	const { inWords, rows, printedAt } = useLoaderData<typeof loader>();
	return (
		<>
			<BackLink href={paths.myCalendar()}>My calendar</BackLink>
			<PageHeader caption={inWords} title="My term plan" />
			<TermPlan
				caption="Sessions in order of time"
				columns={['Day', 'Time', 'Place', 'Session', 'Note']}
				rows={rows}
				nothing="No session in this half year"
				printedAt={printedAt}
			/>
		</>
	);
}
