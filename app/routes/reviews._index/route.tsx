import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PageNumbers } from '#app/ui/blocks/page-numbers.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { formatCount } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { reviewsView } from './reviews-view.ts';

export const meta: MetaFunction = () => pageTitle('Reviews');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'review');
	const page = Number(new URL(request.url).searchParams.get('page') ?? '1');
	const sentence = said(request, { closed: 'The review is closed.' });
	return json({ view: reviewsView(context, actor, page), said: sentence });
}

export default function Reviews() {
	const { view, said: sentence } = useLoaderData<typeof loader>();
	const { reviews, waiting, page, pages } = view;
	return (
		<>
			<Said sentence={sentence} />
			<PageHeader title="Reviews">
				<p className="govuk-body">
					Records that somebody opened in an emergency. {formatCount('review', waiting)} waiting for you.
				</p>
			</PageHeader>
			{reviews.length === 0 ? (
				<EmptyState title="Nothing to review">When a record is opened in an emergency, it appears here.</EmptyState>
			) : (
				<Table
					stacked
					firstCellIsHeader
					caption="Opened records, those that wait first"
					captionClassName="govuk-visually-hidden"
					head={['Opened', 'By', 'Record', 'Review']}
					rows={reviews.map(({ href, opened, openedBy, person, isClosed, review }) => [
						<a key="opened" className="govuk-link" href={href}>
							{opened}
						</a>,
						openedBy,
						person,
						isClosed ? review : <Tag key="review">{review}</Tag>,
					])}
				/>
			)}
			<PageNumbers page={page} pages={pages} hrefOf={(number) => paths.reviewsPage(number)} />
		</>
	);
}
