import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { PageNumbers } from '#app/ui/blocks/page-numbers.tsx';
import { ButtonLink } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { formatCount } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { countFamilies, FAMILIES_PER_PAGE, type FamilyRow, listFamilies } from '#db/queries/families/families.ts';

export const meta: MetaFunction = () => pageTitle('Families');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'family');
	const total = countFamilies(context.db, actor);
	const pages = Math.max(1, Math.ceil(total / FAMILIES_PER_PAGE));
	const asked = new URL(request.url).searchParams.get('page') ?? '';
	const page = /^[1-9]\d{0,4}$/.test(asked) ? Math.min(Number(asked), pages) : 1;
	return json({ families: listFamilies(context.db, actor, page), total, page, pages });
}

export default function Families() {
	const { families, total, page, pages } = useLoaderData() as ListView;
	return (
		<>
			<PageHeader title="Families">
				<p className="govuk-body">
					Who belongs together, on both sides. Only partner-support workers and leads know of these pages.
				</p>
			</PageHeader>
			<ButtonLink href={paths.newFamily()}>Add a family</ButtonLink>
			{families.length === 0 ? (
				<EmptyState title="No family yet">Add one, then add who belongs to it.</EmptyState>
			) : (
				<>
					<p className="govuk-body quiet">{formatCount('family', total)}</p>
					<Table
						stacked
						firstCellIsHeader
						caption="Families"
						captionClassName="govuk-visually-hidden"
						head={['Family', 'Area', 'Worker', 'Members']}
						rows={families.map(({ id, reference, area, worker, members }) => [
							<a key="reference" className="govuk-link" href={paths.family(id)}>
								{reference}
							</a>,
							area,
							worker ?? <strong key="worker">Nobody yet</strong>,
							String(members),
						])}
					/>
				</>
			)}
			<PageNumbers page={page} pages={pages} hrefOf={paths.familiesPage} />
		</>
	);
}

type ListView = {
	readonly families: readonly FamilyRow[];
	readonly total: number;
	readonly page: number;
	readonly pages: number;
};
