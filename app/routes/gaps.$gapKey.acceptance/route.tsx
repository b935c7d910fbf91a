import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { refused } from '#app/domain/shared/outcome.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { EMPTY_FORM, type FormState, textOf } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { acceptGap } from '#app/use-cases/gaps/accept-gap.ts';
import { type AcceptanceView, acceptanceForm, acceptanceView, CHANGED, SENTENCES } from './form.ts';

export const meta: MetaFunction = () => pageTitle('Accept a gap');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'task.lead');
	const view = orNotFound(acceptanceView(context, actor, params.gapKey!));
	return json({ ...view, said: said(request, { changed: CHANGED }) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'task.lead');
	const key = params.gapKey!;
	const { isGone } = orNotFound(acceptanceView(context, actor, key));
	const read = await readForm(request, acceptanceForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = isGone ? refused('gap-gone') : acceptGap(context, actor, { key, ...read.value });
	return outcome.done ? redirect(paths.gaps('accepted')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function AcceptGap() {
	const { said: sentence, ...view } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	const { title, about, accepted, isGone } = view;
	// What was typed stays on the page, whatever a colleague did meanwhile.
	const isTyped = textOf(form, 'reason') !== '';
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<BackLink href={accepted ? paths.gapsWhere({ show: 'accepted' }) : paths.gaps()}>Gaps</BackLink>
				<Said sentence={sentence} />
				<FormErrorSummary form={form} />
				<PageHeader title={accepted ? 'An accepted gap' : 'Accept a gap'} caption={title}>
					<p className="govuk-body">{about}</p>
				</PageHeader>
				<Decided view={view} />
				{(isTyped || !(accepted || isGone)) && <AcceptForm form={form} />}
			</div>
		</div>
	);
}

/** What a lead has decided of it: as it stands, or of less than is missing now. */
function Decided({ view: { accepted, outgrown } }: { readonly view: Pick<AcceptanceView, 'accepted' | 'outgrown'> }) {
	return (
		<>
			{outgrown && (
				<InsetText>
					{outgrown.by} accepted it on {outgrown.on}, when less was missing:{' '}
					<span className="typed-text">{outgrown.reason}</span>
				</InsetText>
			)}
			{accepted && (
				<>
					<InsetText>
						{accepted.by} accepted it on {accepted.on}: <span className="typed-text">{accepted.reason}</span>
					</InsetText>
					<form method="post" action={accepted.endHref}>
						<HiddenField name="acceptance" value={accepted.id} />
						<Button preventDoubleClick>Take it back: it is open again</Button>
					</form>
				</>
			)}
		</>
	);
}

function AcceptForm({ form }: { readonly form: FormState }) {
	return (
		<form method="post" noValidate>
			<p className="govuk-body">
				Accept it only when nobody can mend it any more. It leaves the list of what is open; it is kept with your name
				and reason, and can be taken back. It holds for what is missing now: with more, the gap is open again. The
				figures stay as they are.
			</p>
			<TextareaField
				form={form}
				name="reason"
				label="Why nothing more can be done"
				hint="For example: the paper log was lost. Do not name a participant."
				rows={3}
			/>
			<Button preventDoubleClick>Accept the gap</Button>
		</form>
	);
}
