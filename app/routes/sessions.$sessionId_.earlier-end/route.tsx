import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { minutesFromTo } from '#app/domain/shared/clock-time.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { TimeField } from '#app/ui/fields/time-field.tsx';
import { EMPTY_FORM } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { whenInWords } from '#app/ui/schedule/move-lines.ts';
import { endEarlier } from '#app/use-cases/sessions/end-earlier.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { earlierEndForm, SENTENCES } from './form.ts';

export const meta: MetaFunction<typeof loader> = () => pageTitle('The session ended early');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'register');
	const sessionId = asId<SessionId>(params.sessionId!);
	const { session, cohort } = orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'register'));
	const caption = `${cohort.name} · session ${session.planNumber} · ${whenInWords(session.time)}`;
	return { sessionId, planNumber: session.planNumber, version: session.version, caption };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'register');
	const sessionId = asId<SessionId>(params.sessionId!);
	const { session } = orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'register'));
	const read = await readForm(request, earlierEndForm);
	if (!read.ok) return formErrors(read.form);
	const { endTime, why, version } = read.value;
	const minutes = session.time ? minutesFromTo(session.time.startTime, endTime) : 0;
	const outcome = endEarlier(context, actor, { sessionId, version, minutes, why });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	return redirect(paths.session(sessionId, 'ended-early'));
}

export default function EarlierEnd() {
	const { sessionId, planNumber, version, caption } = useLoaderData<typeof loader>();
	const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
	return (
		<>
			<BackLink href={paths.session(sessionId)}>Session {planNumber}</BackLink>
			<FormErrorSummary form={form} />
			<div className="govuk-grid-row">
				<div className="govuk-grid-column-two-thirds">
					<PageHeader caption={caption} title="The session ended early" />
					<p className="govuk-body">
						Its register and its delivery logs stay as they are, and what it was planned for stays in its history. A
						session is never made longer than it was planned.
					</p>
					<form method="post" noValidate>
						<HiddenField name="version" value={version} />
						<TimeField form={form} name="endTime" label="When did it end?" labelSize="s" />
						<TextareaField
							form={form}
							name="why"
							label="Why did it end early?"
							hint="For example, the building had to be closed. Do not name a participant."
							rows={3}
						/>
						<Button preventDoubleClick>Save the earlier end</Button>
					</form>
				</div>
			</div>
		</>
	);
}
