import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { asId, type CohortId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { checkForm, formErrors, readSentForm } from '#app/http/read-form.ts';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { answerLook, answerSave } from './answers.ts';
import { patternForm } from './form.ts';
import { LookPage, PatternPage } from './page.tsx';
import { type PatternLook, type PatternStart, readPatternStart } from './pattern-view.ts';

export const meta: MetaFunction = () => pageTitle('Change the pattern');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'session');
	return json(orNotFound(readPatternStart(context, actor, asId<CohortId>(params.cohortId!))));
}

/** First shows the dates, then saves them; or goes back to the form with everything that was typed. */
export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'session');
	const cohortId = asId<CohortId>(params.cohortId!);
	orNotFound(readPatternStart(context, actor, cohortId));
	const sent = await readSentForm(request);
	const intent = textOf({ values: sent.values, errors: {} }, 'intent');
	if (intent === 'change') return json({ form: { values: sent.values, errors: {} } });
	const read = checkForm(sent, patternForm);
	if (!read.ok) return formErrors(read.form);
	const step = { actor, cohortId, pattern: read.value, form: read.form };
	return intent === 'save' ? answerSave(context, step) : answerLook(context, step);
}

type Answer = { readonly form: FormState; readonly look?: PatternLook };

export default function Pattern() {
	const start = useLoaderData() as PatternStart;
	const { form, look } = useActionData<Answer>() ?? { form: { values: start.values, errors: {} } };
	if (look) return <LookPage start={start} look={look as PatternLook} form={form} />;
	return <PatternPage start={start} form={form} />;
}
