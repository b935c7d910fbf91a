import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { ROLE_NAMES, ROLES } from '#app/domain/access/actor.ts';
import { policyInWords } from '#app/domain/access/policy-in-words.ts';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { pageTitle } from '#app/ui/page-title.ts';

export const meta: MetaFunction = () => pageTitle('Who may see what');

export function loader({ request, context }: LoaderFunctionArgs) {
	requireAccess(request, context, 'read', 'policy');
	return json({ rows: policyInWords() });
}

export default function Policy() {
	const { rows } = useLoaderData<typeof loader>();
	return (
		<>
			<PageHeader title="Who may see what">
				<p className="govuk-body">
					What each role may write and read, and of what. Whoever writes something reads it too. What is not listed is
					not there for them. A team’s own cohorts end seven days after the last session. People whose name a lead keeps
					back are shown by their reference.
				</p>
			</PageHeader>
			<Table
				stacked
				firstCellIsHeader
				className="policy-table"
				caption="Who may see what"
				captionClassName="govuk-visually-hidden"
				head={['What', ...ROLES.map((role) => ROLE_NAMES[role])]}
				rows={rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell || 'nothing')])}
			/>
		</>
	);
}
