import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { startVersion } from '#app/use-cases/programmes/start-version.ts';
import { VersionsPage } from './page.tsx';
import { versionsView } from './versions-view.ts';

export const meta: MetaFunction = () => pageTitle('Versions of a programme');

const SAID = { removed: 'The draft is thrown away.' };
const FROM = 'Choose the version to begin with';
const SENTENCES: RefusalSentences = {
	'draft-there': () => ({
		...{ field: 'form', status: 409 },
		sentence: 'There is a draft of this programme already: go on with that one, or throw it away first',
	}),
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'programme-version');
	return { ...orNotFound(versionsView(context, actor, params.programmeId!)), said: said(request, SAID) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'programme-version');
	const { programmes } = context.content;
	const { slug } = orNotFound(programmeWithId(programmes, params.programmeId!));
	const ofThis = programmes.filter((one) => one.slug === slug && one.variant === null);
	const read = await readForm(request, z.object({ from: z.string(FROM).max(100, FROM) }));
	if (!read.ok) return formErrors(read.form);
	const from = programmeWithId(ofThis, read.value.from);
	if (!from) return formErrors({ values: read.form.values, errors: { from: FROM } });
	const outcome = startVersion(context, actor, { slug, from: from.version });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	return redirect(paths.programmeVersion(params.programmeId!, outcome.value, 'started'));
}

export default function ProgrammeVersions() {
	const { said, ...view } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <VersionsPage view={view} form={form} said={said} />;
}
