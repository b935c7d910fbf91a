import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import { faultsOfVersion } from '#app/domain/programmes/versions/publish-version.ts';
import { asId, type ProgrammeVersionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { shownVersion, typedDay, withDays } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { publishVersion } from '#app/use-cases/programmes/publish-version.ts';
import { readVersionAt } from '#app/use-cases/programmes/read-version.ts';
import { PublicationPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Publish a version');

const publicationForm = withDays(
	['from'],
	z.object({ version: shownVersion(), from: typedDay({ missing: 'Enter the day from which cohorts take it' }) }),
);
const STALE =
	'Somebody has changed this draft since you opened the page. Look at it again before you publish: you answer for its words';
const SENTENCES: RefusalSentences = {
	published: () => ({ field: 'form', status: 409, sentence: 'This version is published already' }),
	'version-has-faults': () => ({
		field: 'form',
		sentence: 'It was not published: mend what is listed on this page first',
	}),
	'day-has-passed': () => ({ field: 'from', sentence: 'Enter today or a later day' }),
};

export function loader({ request, context, params: { programmeId, versionId } }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'programme-version');
	const found = orNotFound(readVersionAt(context, actor, programmeId!, asId<ProgrammeVersionId>(versionId!)));
	const { row, programme } = found;
	if (row.state === 'published') throw redirect(paths.programmeVersion(programmeId!, row.id));
	const label = programmeLabel(programme);
	const { id, version } = row;
	return { programmeId: programmeId!, versionId: id, version, label, faults: faultsOfVersion(programme) };
}

export async function action({ request, context, params: { programmeId, versionId } }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'programme-version');
	const id = asId<ProgrammeVersionId>(versionId!);
	const { slug } = orNotFound(readVersionAt(context, actor, programmeId!, id)).programme;
	const read = await readForm(request, publicationForm);
	if (!read.ok) return formErrors(read.form);
	const { version, from: takesEffectOn } = read.value;
	const outcome = publishVersion(context, actor, { slug, versionId: id, version, takesEffectOn });
	if (outcome.done) return redirect(paths.programmeVersion(programmeId!, id, 'published'));
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, SENTENCES);
	return answerStale(read.form, Number(outcome.details.version), STALE);
}

export default function VersionPublication() {
	const view = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <PublicationPage view={view} form={form} />;
}
