import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { requireAccess } from '#app/http/actor.ts';
import { requiredText } from '#app/http/form-fields.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal, type RefusalSentences } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { formatDate } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { decideBothSides } from '#app/use-cases/access/decide-both-sides.ts';
import { listBothSidesDecisions, listUndecidedCoordinators } from '#db/queries/access/both-sides.ts';
import { DecisionsPage, type DecisionsView } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Both sides');

const SAID = {
	decided: 'The decision is recorded. An administrator can give them both sides now.',
	ended: 'The decision is ended. If they had both sides, they have neither until an administrator gives them one.',
};

const decisionForm = z.object({
	staffId: requiredText('Choose a coordinator').transform((id) => asId<StaffId>(id)),
	reason: requiredText('Enter why they work on both sides', 300),
});

const SENTENCES: RefusalSentences = {
	'unknown-coordinator': () => ({ field: 'staffId', sentence: 'Choose an active coordinator from the list' }),
	'own-decision': () => ({ field: 'staffId', sentence: 'Ask another lead to decide about yourself' }),
};

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'both-sides-decision');
	const decisions = listBothSidesDecisions(context.db, actor).map(({ decidedAt, endedAt, ...decision }) => ({
		...decision,
		decidedOn: formatDate(dayOf(decidedAt)),
		endedOn: endedAt && formatDate(dayOf(endedAt)),
	}));
	const coordinators = listUndecidedCoordinators(context.db, actor).filter(({ id }) => id !== actor.staffId);
	return json({ view: { decisions, coordinators }, said: said(request, SAID) });
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'both-sides-decision');
	const read = await readForm(request, decisionForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = decideBothSides(context, actor, read.value);
	return outcome.done ? redirect(paths.decisions('decided')) : answerRefusal(outcome, read.form, SENTENCES);
}

export default function Decisions() {
	const { view, said: sentence } = useLoaderData() as { view: DecisionsView; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <DecisionsPage view={view} said={sentence} form={form} />;
}
