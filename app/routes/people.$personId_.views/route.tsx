import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { asId, type PersonId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { pageNumber } from '#app/http/page-number.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { EntryTable } from '#app/ui/audit/entry-table.tsx';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PageNumbers } from '#app/ui/blocks/page-numbers.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { formatCount } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { type ViewsView, viewsView } from './views-view.ts';

export const meta: MetaFunction = () => pageTitle('Who looked at this record');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'audit');
	return json(orNotFound(viewsView(context, actor, asId<PersonId>(params.personId!), pageNumber(request))));
}

export default function PersonViews() {
	const { personId, name, reference, entries, total, page, pages } = useLoaderData() as ViewsView;
	return (
		<>
			<BackLink href={paths.person(personId)} />
			<PageHeader caption={`${name} (${reference})`} title="Who looked at this record">
				<p className="govuk-body">
					Every page that showed this person to somebody, and every change that concerned them, the newest first.
				</p>
			</PageHeader>
			{total === 0 ? (
				<EmptyState title="Nobody has looked at this record yet" />
			) : (
				<>
					<p className="govuk-body quiet">{formatCount('entry', total)}</p>
					<EntryTable caption="Who looked at this record, the newest first" entries={entries} />
				</>
			)}
			<PageNumbers page={page} pages={pages} hrefOf={(number) => paths.personViews(personId, number)} />
		</>
	);
}
