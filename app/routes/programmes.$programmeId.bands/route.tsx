import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { setBands } from '#app/use-cases/programmes/set-bands.ts';
import { type BandsView, readBandsView } from './bands-view.ts';
import { bandsForm, SENTENCES, STALE } from './form.ts';
import { BandsPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Bands of fidelity');

const SAID = { set: 'The bands are saved. Every page reads its figures by them from now on.' };

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'fidelity-bands');
	const programme = orNotFound(programmeWithId(context.content.programmes, params.programmeId!));
	return json({ view: readBandsView(context, actor, programme), said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'fidelity-bands');
	const programme = orNotFound(programmeWithId(context.content.programmes, params.programmeId!));
	const read = await readForm(request, bandsForm);
	if (!read.ok) return formErrors(read.form);
	const { version: shownNumber, good, watch } = read.value;
	const outcome = setBands(context, actor, { programme, good, watch, shownNumber });
	if (outcome.done) return redirect(paths.programmeBands(params.programmeId!, 'set'));
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, SENTENCES);
	return answerStale(read.form, Number(outcome.details.version), STALE);
}

export default function ProgrammeBands() {
	const { view, said: sentence } = useLoaderData() as { view: BandsView; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <BandsPage view={view} form={form} said={sentence} />;
}
