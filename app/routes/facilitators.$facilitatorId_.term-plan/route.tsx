import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { TermPlan } from '#app/ui/blocks/term-plan.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { formatInstant } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { PLANNED_COLUMNS, plannedRow } from '#app/ui/planned-rows.ts';
import { halfYearFrom } from '#app/ui/term-span.ts';
import { findFacilitator } from '#db/queries/team/staff-time.ts';
import { listPlannedSessions } from '#db/queries/term-plans.ts';

export const meta: MetaFunction = () => pageTitle('Term plan');

/** For whoever reads the facilitator’s record: only those sessions that they may read themselves. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'accreditation');
	const { db, clock } = context;
	const staffId = asId<StaffId>(params.facilitatorId!);
	const { name } = orNotFound(findFacilitator(db, actor, staffId, 'accreditation'));
	const span = halfYearFrom(dayOf(clock.now()));
	const rows = listPlannedSessions(db, actor, { staffId }, span).map(plannedRow);
	return json({ staffId, name, inWords: span.inWords, rows, printedAt: formatInstant(clock.now()) });
}

export default function FacilitatorTermPlan() {
	const { staffId, name, inWords, rows, printedAt } = useLoaderData<typeof loader>();
	return (
		<>
			<BackLink href={paths.facilitator(staffId)}>Facilitator</BackLink>
			<PageHeader caption={inWords} title={`Term plan: ${name}`} />
			<TermPlan
				caption="Sessions in order of time"
				columns={[...PLANNED_COLUMNS]}
				rows={rows}
				nothing="No session in this half year that you may see"
				printedAt={printedAt}
			/>
			<p className="govuk-body">Only sessions that you may see are shown. There may be others.</p>
		</>
	);
}
