import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import { asId, type ProgrammeVersionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { shownVersion } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { answerStale } from '#app/http/stale.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { EMPTY_FORM, type FormState, textOf } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { throwVersionAway } from '#app/use-cases/programmes/publish-version.ts';
import { readVersionAt } from '#app/use-cases/programmes/read-version.ts';

export const meta: MetaFunction = () => pageTitle('Throw a draft away');

const STALE =
	'Somebody has changed this draft since you opened the page. It was not thrown away: look at it again first';
const SENTENCES: RefusalSentences = {
	published: () => ({ field: 'form', status: 409, sentence: 'This version is published, and stays' }),
};

export function loader({ request, context, params: { programmeId, versionId } }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'programme-version');
	const found = orNotFound(readVersionAt(context, actor, programmeId!, asId<ProgrammeVersionId>(versionId!)));
	const { row, programme } = found;
	if (row.state === 'published') throw redirect(paths.programmeVersion(programmeId!, row.id));
	const { id, version } = row;
	return { programmeId: programmeId!, versionId: id, version, label: programmeLabel(programme) };
}

export async function action({ request, context, params: { programmeId, versionId } }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'programme-version');
	const id = asId<ProgrammeVersionId>(versionId!);
	const { slug } = orNotFound(readVersionAt(context, actor, programmeId!, id)).programme;
	const read = await readForm(request, z.object({ version: shownVersion() }));
	if (!read.ok) return formErrors(read.form);
	const outcome = throwVersionAway(context, actor, { slug, versionId: id, version: read.value.version });
	if (outcome.done) return redirect(paths.programmeVersions(programmeId!, 'removed'));
	if (outcome.code !== 'changed-meanwhile') return answerRefusal(outcome, read.form, SENTENCES);
	return answerStale(read.form, Number(outcome.details.version), STALE);
}

export default function VersionRemoval() {
	const { programmeId, versionId, version, label } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<>
			<BackLink href={paths.programmeVersion(programmeId, versionId)}>{label}</BackLink>
			<FormErrorSummary form={form} />
			<PageHeader caption={label} title="Throw this draft away" />
			<p className="govuk-body">Everything that was written in this draft is lost. No cohort uses it.</p>
			<form method="post" noValidate>
				<HiddenField name="version" value={textOf(form, 'version') || version} />
				<Button variant="warning" preventDoubleClick>
					Throw the draft away
				</Button>
			</form>
		</>
	);
}
