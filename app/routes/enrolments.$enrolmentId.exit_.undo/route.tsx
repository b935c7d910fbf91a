import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { SLOT_NOT_AVAILABLE } from '#app/domain/scheduling/shown-clashes.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { asId, type EnrolmentId } from '#app/domain/shared/ids.ts';
import { dayInWords } from '#app/domain/shared/in-words.ts';
import { requireAccess } from '#app/http/actor.ts';
import { ASKED_TOO_OFTEN } from '#app/http/asked-too-often.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { shownVersion } from '#app/http/form-fields.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { undoExit } from '#app/use-cases/people/undo-exit.ts';
import { findEnrolment } from '#db/queries/enrolments.ts';

export const meta: MetaFunction = () => pageTitle('Undo the end of a place');

const SENTENCES: RefusalSentences = {
	'changed-meanwhile': () => ({
		field: 'form',
		sentence: 'Somebody changed this place while you had it open. Look at it first',
		status: 409,
	}),
	'not-ended': () => ({ field: 'form', sentence: 'There is nothing to undo: the place goes on', status: 409 }),
	'already-on-programme': () => ({
		field: 'form',
		sentence: 'They have another place in this programme by now. Record its exit first',
	}),
	...ASKED_TOO_OFTEN,
	'elsewhere-then': ({ day, sentence }) => ({
		field: 'form',
		sentence: `They are not free on ${dayInWords(day as CalendarDay)}: ${sentence}`,
	}),
	'slot-not-available': () => ({ field: 'form', sentence: SLOT_NOT_AVAILABLE }),
	'cohort-full': ({ places }) => ({
		field: 'form',
		sentence: `All ${places} places are taken by now. The place was given to somebody else`,
	}),
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'exit');
	const found = orNotFound(findEnrolment(context.db, actor, asId<EnrolmentId>(params.enrolmentId!), 'write', 'exit'));
	const { personId, name, cohort, version, state } = found;
	showsPeople(context, [personId]);
	return json({ personId, name, cohort, version, what: state === 'completed' ? 'completion' : 'exit' });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'exit');
	const enrolmentId = asId<EnrolmentId>(params.enrolmentId!);
	orNotFound(findEnrolment(context.db, actor, enrolmentId, 'write', 'exit'));
	const read = await readForm(request, z.object({ version: shownVersion() }));
	if (!read.ok) return formErrors(read.form);
	const outcome = undoExit(context, actor, { enrolmentId, version: read.value.version });
	return outcome.done ? redirect(paths.person(outcome.value, 'undone')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function ExitUndo() {
	const { personId, name, cohort, version, what } = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return (
		<>
			<BackLink href={paths.person(personId)} />
			<FormErrorSummary form={form} />
			<PageHeader caption={cohort} title={`Undo the ${what} of ${name}`} />
			<p className="govuk-body">
				The place goes on as if the {what} had not been recorded: {name} is expected again at every session that they
				were taken off. Individual sessions that were given back are not booked again by this: book them anew.
			</p>
			<form method="post">
				<HiddenField name="version" value={version} />
				<Button preventDoubleClick>Undo {what}</Button>
			</form>
		</>
	);
}
