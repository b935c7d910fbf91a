import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { pageNumber } from '#app/http/page-number.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { FilterChips } from '#app/ui/blocks/filter-chips.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PageNumbers } from '#app/ui/blocks/page-numbers.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { type AlertsView, alertsView } from './alerts-view.ts';

export const meta: MetaFunction = () => pageTitle('Alerts');

const SAID = { closed: 'The alert is closed.' };

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'alert');
	const isOpen = new URL(request.url).searchParams.get('show') !== 'closed';
	return json({ ...alertsView(context, actor, isOpen, pageNumber(request)), said: said(request, SAID) });
}

export default function Alerts() {
	const view = useLoaderData() as AlertsView & { readonly said: string | null };
	const { alerts, isOpen, page, pages } = view;
	return (
		<>
			<BackLink href={paths.audit()}>Audit trail</BackLink>
			<Said sentence={view.said} />
			<PageHeader title="Alerts">
				<p className="govuk-body">
					What somebody on the staff looked at and a lead should know of. There may be a good reason: ask, then close
					the alert with what came of it.
				</p>
			</PageHeader>
			<FilterChips label="Show" chips={view.chips} />
			{alerts.length === 0 ? (
				<EmptyState title={isOpen ? 'No open alerts' : 'No closed alerts'} />
			) : (
				<Table
					stacked
					firstCellIsHeader
					caption={isOpen ? 'Open alerts, the newest first' : 'Closed alerts, the newest first'}
					captionClassName="govuk-visually-hidden"
					head={['Why', 'Who', 'When', ...(isOpen ? [] : ['Closed'])]}
					rows={alerts.map(({ href, why, who, when, closed }) => [
						<a key="why" className="govuk-link" href={href}>
							{why}
						</a>,
						who,
						when,
						...(isOpen ? [] : [closed]),
					])}
				/>
			)}
			<PageNumbers
				page={page}
				pages={pages}
				hrefOf={(number) => paths.alertsWhere({ closed: !isOpen, page: number })}
			/>
		</>
	);
}
