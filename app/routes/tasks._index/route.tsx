import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Fragment } from 'react';
import { requireAccess } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { TasksTable } from '#app/ui/tasks/tasks-table.tsx';
import { SHOWN } from './shown.ts';
import { tasksView } from './tasks-view.ts';

export const meta: MetaFunction = () => pageTitle('Tasks');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'task');
	const shown = new URL(request.url).searchParams.get('show');
	const sentence = said(request, { done: 'Saved. The task is done.', given: 'The task is given.' });
	return json({ view: tasksView(context, actor, shown), said: sentence });
}

const TITLES = { own: 'Your tasks', all: 'All open tasks', settled: 'Tasks settled last' } as const;
const HREFS = { own: paths.tasks(), all: paths.tasksShown('all'), settled: paths.tasksShown('settled') } as const;

export default function Tasks() {
	const { view, said: sentence } = useLoaderData<typeof loader>();
	const { shown, tasks } = view;
	return (
		<>
			<Said sentence={sentence} />
			<PageHeader title={TITLES[shown]} />
			{tasks.length === 0 ? (
				<EmptyState title="Nothing here">
					{shown === 'own' ? 'You have no open task, and none waits that you could take.' : 'There is no such task.'}
				</EmptyState>
			) : (
				<TasksTable hidesCaption caption="Tasks, those due first before the others" tasks={tasks} />
			)}
			<p className="govuk-body no-print">
				{SHOWN.filter((other) => other !== shown).map((other, index) => (
					<Fragment key={other}>
						{index > 0 && ' · '}
						<a className="govuk-link" href={HREFS[other]}>
							{TITLES[other]}
						</a>
					</Fragment>
				))}
			</p>
		</>
	);
}
