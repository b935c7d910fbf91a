import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { refused } from '#app/domain/shared/outcome.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { TypedWords } from '#app/ui/blocks/typed-words.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { EMPTY_FORM, type FormState, textOf } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { handGap } from '#app/use-cases/gaps/hand-gap.ts';
import { type HandView, handForm, handView, SENTENCES, staleHand } from './form.ts';

export const meta: MetaFunction = () => pageTitle('Hand a gap on');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'task');
	return json(orNotFound(handView(context, actor, params.gapKey!)));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'task');
	const key = params.gapKey!;
	const { isGone } = orNotFound(handView(context, actor, key));
	const read = await readForm(request, handForm);
	if (isGone) return answerRefusal(refused('gap-gone'), { ...read.form, errors: {} }, SENTENCES);
	if (!read.ok) return formErrors(read.form);
	const { due: dueOn, ...handed } = read.value;
	const outcome = handGap(context, actor, { key, dueOn, ...handed });
	if (outcome.done) return redirect(paths.gaps('handed'));
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, SENTENCES);
	const now = orNotFound(handView(context, actor, key));
	return answerStale(read.form, now.version, staleHand(now));
}

export default function HandGap() {
	const view = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<BackLink href={paths.gaps()}>Gaps</BackLink>
				<FormErrorSummary form={form} />
				<PageHeader title="Hand a gap on" caption={view.title}>
					<p className="govuk-body">{view.isGone ? `${view.about}.` : <Stands view={view} />}</p>
				</PageHeader>
				{view.isGone ? <TypedWords words={textOf(form, 'words')} /> : <HandForm view={view} form={form} />}
			</div>
		</div>
	);
}

/** What the gap is of, where it is mended, and whose it is now. */
function Stands({ view: { href, about, owner, due } }: { readonly view: HandView }) {
	return (
		<>
			{href ? (
				<a className="govuk-link" href={href}>
					{about}
				</a>
			) : (
				about
			)}
			. Whose it is now: {owner}
			{due && `, by ${due}`}.
		</>
	);
}

function HandForm({ view: { people, version }, form }: { readonly view: HandView; readonly form: FormState }) {
	return (
		<form method="post" noValidate>
			<HiddenField name="version" value={textOf(form, 'version') || version} />
			<RadiosField form={form} name="to" legend="To whom" legendSize="m" items={people} />
			<DateField form={form} name="due" legend="Mended by which day" legendSize="s" />
			<TextareaField
				form={form}
				name="words"
				label="What to tell them (optional)"
				hint="Do not name a participant: it shows in lists of tasks."
				rows={2}
			/>
			<Button preventDoubleClick>Hand it on</Button>
		</form>
	);
}
