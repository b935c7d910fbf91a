import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { requireAccess } from '#app/http/actor.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { openRecord } from '#app/use-cases/openings/open-record.ts';
import { openingForm, SENTENCES } from './form.ts';
import { asksFor, openingView } from './opening-view.ts';
import { OpeningPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Open a record');

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'opening');
	return json(openingView(context, actor));
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'opening');
	const read = await readForm(request, openingForm(asksFor(context, actor)));
	if (!read.ok) return formErrors(read.form);
	const { password, code, ...wish } = read.value;
	const proof = { password, code, address: context.address };
	const outcome = await openRecord(context, actor, { ...wish, proof });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	return redirect(paths.person(outcome.value.personId));
}

export default function NewOpening() {
	const view = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <OpeningPage view={view} form={form} />;
}
