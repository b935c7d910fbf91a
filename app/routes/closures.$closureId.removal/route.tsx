import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type Id } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { formatDay } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { removeClosure } from '#app/use-cases/places/remove-closure.ts';
import { findClosure } from '#db/queries/closures.ts';

export const meta: MetaFunction = () => pageTitle('Remove a closure');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'closures');
	return json(orNotFound(findClosure(context.db, actor, asId<Id<'closure'>>(params.closureId!))));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'closures');
	const outcome = removeClosure(context, actor, asId<Id<'closure'>>(params.closureId!));
	if (!outcome.done) throw notFound();
	return redirect(paths.closures('removed'));
}

export default function ClosureRemoval() {
	const { label, from, to, venue } = useLoaderData<typeof loader>();
	return (
		<>
			<BackLink href={paths.closures()} />
			<PageHeader title="Remove this closure" />
			<SummaryList
				rows={[
					{ key: 'Reason', value: label },
					{ key: 'Days', value: from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}` },
					{ key: 'Where', value: venue ?? 'Everywhere' },
				]}
			/>
			<p className="govuk-body">
				Cohorts that are laid out from now on may meet on these days. Sessions that are laid out already stay where they
				are.
			</p>
			<form method="post">
				<Button variant="warning" preventDoubleClick>
					Remove closure
				</Button>
			</form>
		</>
	);
}
