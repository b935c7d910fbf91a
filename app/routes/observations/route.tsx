import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { notFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { mayObserve, observationsView } from './observations-view.ts';

export const meta: MetaFunction = () => pageTitle('Observations');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'session');
	if (!mayObserve(actor)) throw notFound();
	return json(observationsView(context, actor));
}

export default function Observations() {
	const { toCome, past } = useLoaderData<typeof loader>();
	return (
		<>
			<PageHeader title="Observations">
				<p className="govuk-body">The sessions that a lead assigned to you. You see their plan, and nobody’s name.</p>
			</PageHeader>
			{toCome.length + past.length === 0 ? (
				<EmptyState title="No session is assigned to you">A lead assigns you on the page of a session.</EmptyState>
			) : (
				<>
					<Sessions title="To come" sessions={toCome} />
					<Sessions title="Past" sessions={past} />
				</>
			)}
		</>
	);
}

type Line = ReturnType<typeof observationsView>['past'][number];

function Sessions({ title, sessions }: { readonly title: string; readonly sessions: readonly Line[] }) {
	if (sessions.length === 0) return null;
	return (
		<Table
			stacked
			firstCellIsHeader
			caption={title}
			captionSize="m"
			head={['Session', 'When', 'Where', 'Plan', 'Observation']}
			rows={sessions.map(({ id, name, when, where, form }) => [
				<a key="session" className="govuk-link" href={paths.session(id)}>
					{name}
				</a>,
				when,
				where,
				<a key="plan" className="govuk-link" href={paths.sessionPlan(id)}>
					Open the plan<span className="govuk-visually-hidden"> of {name}</span>
				</a>,
				<a key="form" className="govuk-link" href={paths.observation(id)}>
					{form}
					<span className="govuk-visually-hidden">: {name}</span>
				</a>,
			])}
		/>
	);
}
