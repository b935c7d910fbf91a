import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type TaskId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { settleTask } from '#app/use-cases/tasks/settle-task.ts';
import { SENTENCES, staleTask, taskForm } from './form.ts';
import { TaskPage } from './page.tsx';
import { taskView } from './task-view.ts';

export const meta: MetaFunction = () => pageTitle('Task');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'task');
	return json(orNotFound(taskView(context, actor, asId<TaskId>(params.taskId!))));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'task');
	const id = asId<TaskId>(params.taskId!);
	orNotFound(taskView(context, actor, id));
	const read = await readForm(request, taskForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = settleTask(context, actor, { id, ...read.value });
	if (outcome.done) return redirect(paths.tasks('done'));
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, SENTENCES);
	const now = orNotFound(taskView(context, actor, id));
	return answerStale(read.form, now.version, staleTask(now));
}

export default function Task() {
	const view = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <TaskPage view={view} form={form} />;
}
