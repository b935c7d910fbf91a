import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { dayOf } from '#app/domain/shared/instant.ts';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { TermPlan } from '#app/ui/blocks/term-plan.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { formatInstant } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { PLANNED_COLUMNS, plannedRow } from '#app/ui/planned-rows.ts';
import { halfYearFrom } from '#app/ui/term-span.ts';
import { listPlannedSessions } from '#db/queries/term-plans.ts';

export const meta: MetaFunction = () => pageTitle('My term plan');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'own-calendar');
	const now = context.clock.now();
	const span = halfYearFrom(dayOf(now));
	const sessions = listPlannedSessions(context.db, actor, { staffId: actor.staffId }, span);
	return json({ inWords: span.inWords, rows: sessions.map(plannedRow), printedAt: formatInstant(now) });
}

export default function MyTermPlan() {
	const { inWords, rows, printedAt } = useLoaderData<typeof loader>();
	return (
		<>
			<BackLink href={paths.myCalendar()}>My calendar</BackLink>
			<PageHeader caption={inWords} title="My term plan" />
			<TermPlan
				caption="Sessions in order of time"
				columns={[...PLANNED_COLUMNS]}
				rows={rows}
				nothing="No session in this half year"
				printedAt={printedAt}
			/>
		</>
	);
}
