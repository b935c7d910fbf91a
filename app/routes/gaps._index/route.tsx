import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { FilterChips } from '#app/ui/blocks/filter-chips.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { AcceptedTable, GapsTable } from '#app/ui/gaps/gaps-table.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { gapsView } from './gaps-view.ts';

export const meta: MetaFunction = () => pageTitle('Gaps');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'task');
	const sentence = said(request, {
		handed: 'Saved. It is theirs, and they are told.',
		accepted: 'Saved. The gap is accepted and no longer on the list of what is open.',
		'taken-back': 'Saved. The gap is open again.',
	});
	return json({ view: gapsView(context, actor, new URL(request.url).searchParams), said: sentence });
}

export default function Gaps() {
	const { view, said: sentence } = useLoaderData<typeof loader>();
	const { show, choices, gaps, accepted, others, isFiltered } = view;
	const isEmpty = gaps.length + accepted.length === 0;
	return (
		<div className="one-sheet one-sheet--dense">
			<Said sentence={sentence} />
			<PageHeader title={show ? 'Accepted gaps' : 'Gaps'}>
				<p className="govuk-body">
					{show
						? 'Gaps of which a lead decided that nobody can mend them any more. They still count in the figures.'
						: 'What is missing from what was to be delivered, written down or said to somebody. A gap goes from this list by itself once it is mended.'}
				</p>
			</PageHeader>
			{choices.map(({ label, chips }) => (
				<FilterChips key={label} label={label} chips={chips} />
			))}
			{isEmpty && (
				<EmptyState title={isFiltered ? 'No gap with these filters' : 'No gap'}>
					{isFiltered ? <a href={paths.gaps()}>Show all gaps</a> : 'Nothing that you look after is missing.'}
				</EmptyState>
			)}
			{gaps.length > 0 && <GapsTable gaps={gaps} />}
			{accepted.length > 0 && <AcceptedTable gaps={accepted} />}
			<p className="govuk-body no-print">
				<a className="govuk-link" href={others.href}>
					{others.text}
				</a>
			</p>
		</div>
	);
}
