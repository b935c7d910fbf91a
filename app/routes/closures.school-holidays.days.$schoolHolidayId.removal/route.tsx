import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type SchoolHolidayId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { formatDay } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { removeSchoolHoliday } from '#app/use-cases/places/remove-school-holiday.ts';
import { findSchoolHoliday } from '#db/queries/days-off/school-holidays.ts';

export const meta: MetaFunction = () => pageTitle('Remove a school holiday');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'closures');
	return json(orNotFound(findSchoolHoliday(context.db, actor, asId<SchoolHolidayId>(params.schoolHolidayId!))));
}

export function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'closures');
	const outcome = removeSchoolHoliday(context, actor, asId<SchoolHolidayId>(params.schoolHolidayId!));
	if (!outcome.done) throw notFound();
	return redirect(paths.schoolHolidays(outcome.value, 'removed'));
}

export default function SchoolHolidayRemoval() {
	const { areaId, area, label, from, to } = useLoaderData<typeof loader>();
	return (
		<>
			<BackLink href={paths.schoolHolidays(areaId)} />
			<PageHeader caption={area} title="Remove this school holiday" />
			<p className="govuk-body">
				{label}, {from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`}. Cohorts of this area that
				are laid out from now on may meet on these days. Sessions that are laid out already stay where they are.
			</p>
			<form method="post">
				<Button variant="warning" preventDoubleClick>
					Remove school holiday
				</Button>
			</form>
		</>
	);
}
