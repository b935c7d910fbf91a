import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { z } from 'zod';
import { isLongEnough } from '#app/domain/people/person-search.ts';
import { requireAccess } from '#app/http/actor.ts';
import { requiredText } from '#app/http/form-fields.ts';
import { useActionData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { foundView } from './found-view.ts';
import { type Found, SearchPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Search');

const SHORT = 'Enter at least 2 letters of a name, or of a reference';
const searchForm = z.object({ who: requiredText(SHORT, 60).refine(isLongEnough, SHORT) });

export function loader({ request, context }: LoaderFunctionArgs) {
	requireAccess(request, context, 'read', 'person.reference');
	return null;
}

/** Answers on the same page, so that what was typed stands in no address, history or log. */
export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'person.reference');
	const read = await readForm(request, searchForm);
	if (!read.ok) return formErrors(read.form);
	return json({ form: read.form, found: foundView(context, actor, read.value.who) });
}

export default function Search() {
	const answer = useActionData() as { form: FormState; found?: Found } | undefined;
	return <SearchPage form={answer?.form ?? EMPTY_FORM} found={answer?.found ?? null} />;
}
