import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
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
import { EMPTY_FORM } from '#app/ui/form-state.ts';
import { formatDayAndTime } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { sessionName, sessionTitle } from '#app/ui/session-name.ts';
import { recordNotHeld } from '#app/use-cases/sessions/record-not-held.ts';
import { findSessionDay } from '#db/queries/session-day.ts';
import { notHeldForm, SENTENCES } from './form.ts';

export const meta: MetaFunction<typeof loader> = () => pageTitle('The session did not go ahead');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'register');
	const sessionId = asId<SessionId>(params.sessionId!);
	const { session, cohort } = orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'register'));
	const when = session.time ? formatDayAndTime(session.time.day, session.time.startTime) : 'not booked yet';
	const caption = `${cohort.name} · ${sessionName(session)} · ${when}`;
	return { sessionId, name: sessionTitle(session), version: session.version, caption };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'register');
	const sessionId = asId<SessionId>(params.sessionId!);
	orNotFound(findSessionDay(context.db, actor, sessionId, 'write', 'register'));
	const read = await readForm(request, notHeldForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = recordNotHeld(context, actor, { sessionId, ...read.value });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	return redirect(paths.session(sessionId, 'not-held'));
}

export default function NotHeld() {
	const { sessionId, name, version, caption } = useLoaderData<typeof loader>();
	const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
	return (
		<>
			<BackLink href={paths.session(sessionId)}>{name}</BackLink>
			<FormErrorSummary form={form} />
			<div className="govuk-grid-row">
				<div className="govuk-grid-column-two-thirds">
					<PageHeader caption={caption} title="The session did not go ahead" />
					<p className="govuk-body">When you record this:</p>
					<ul className="govuk-list govuk-list--bullet">
						<li>nobody counts as absent, and apologies stay as they are</li>
						<li>the plan is to be scheduled again, or recorded as not delivered; until then it shows as a gap</li>
						<li>calendars show the session as cancelled</li>
					</ul>
					<p className="govuk-body">You can undo it until the end of today.</p>
					<form method="post" noValidate>
						<HiddenField name="version" value={version} />
						<TextareaField
							form={form}
							name="reason"
							label="Why did it not go ahead?"
							hint="For example, the venue was closed. Do not name a participant."
							rows={3}
						/>
						<Button variant="warning" preventDoubleClick>
							Record that it did not go ahead
						</Button>
					</form>
				</div>
			</div>
		</>
	);
}
