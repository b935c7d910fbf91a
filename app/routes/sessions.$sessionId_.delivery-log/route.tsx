import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { planNumbered } from '#app/domain/programmes/programme.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readSentForm } from '#app/http/read-form.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { recordDeliveryLog } from '#app/use-cases/delivery-log/record-delivery-log.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { answerFaults, answerLogRefusal } from './answers.ts';
import { isNoteTooLong, readLogForm } from './form.ts';
import { readLogView } from './log-view.ts';
import { LogPage } from './page.tsx';
import { BROKEN_FORM } from './sentences.ts';

export const meta: MetaFunction<typeof loader> = () => pageTitle('Delivery log');

const SAID = { saved: 'Delivery log saved.', unchanged: 'Everything on this page was saved already.' };

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'delivery-log');
	const view = orNotFound(readLogView(context, actor, asId<SessionId>(params.sessionId!)));
	return { ...view, said: said(request, SAID) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'delivery-log');
	const sessionId = asId<SessionId>(params.sessionId!);
	const { session, cohort } = orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'delivery-log'));
	const sent = await readSentForm(request);
	const form = readLogForm(sent);
	if (!form) return formErrors({ values: sent.values, errors: { form: BROKEN_FORM } });
	const { activities } = planNumbered(context.content.programmeOf(cohort), session.planNumber);
	const asked = { sent, form, activities, now: context.clock.now() };
	const { order } = form;
	if (order === null || form.faults.length > 0 || isNoteTooLong(form)) return answerFaults(form.faults, asked);
	const outcome = recordDeliveryLog(context, actor, { sessionId, ...form, order });
	if (!outcome.done) return answerLogRefusal(outcome, asked);
	return redirect(paths.deliveryLog(sessionId, outcome.value.isNew ? 'saved' : 'unchanged'));
}

export default function DeliveryLog() {
	const { said, ...view } = useLoaderData<typeof loader>();
	return <LogPage view={view} form={useActionData<typeof action>()?.form ?? EMPTY_FORM} said={said} />;
}
