import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { NATION_NAMES } from '#app/domain/scheduling/meeting-pattern.ts';
import { asId, type Id } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { formatDay } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { removeBankHoliday } from '#app/use-cases/places/remove-bank-holiday.ts';
import { findBankHoliday } from '#db/queries/closures.ts';

export const meta: MetaFunction = () => pageTitle('Remove a bank holiday');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'closures');
	return json(orNotFound(findBankHoliday(context.db, actor, asId<Id<'bank-holiday'>>(params.holidayId!))));
}

export function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'closures');
	const outcome = removeBankHoliday(context, actor, asId<Id<'bank-holiday'>>(params.holidayId!));
	if (!outcome.done) throw notFound();
	return redirect(paths.bankHolidays(outcome.value, 'removed'));
}

export default function BankHolidayRemoval() {
	const { nation, day, title } = useLoaderData<typeof loader>();
	return (
		<>
			<BackLink href={paths.bankHolidays(nation)} />
			<PageHeader caption={NATION_NAMES[nation]} title="Remove this bank holiday" />
			<p className="govuk-body">
				{title}, {formatDay(day)}. Cohorts of this nation that are laid out from now on may meet on this day. Sessions
				that are laid out already stay where they are.
			</p>
			<form method="post">
				<Button variant="warning" preventDoubleClick>
					Remove bank holiday
				</Button>
			</form>
		</>
	);
}
