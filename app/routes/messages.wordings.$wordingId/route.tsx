import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import type { z } from 'zod';
import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { approveWording, withdrawWording } from '#app/use-cases/reminders/wordings/decide-wording.ts';
import { testWording } from '#app/use-cases/reminders/wordings/test-wording.ts';
import { SAID, SENTENCES, wordingForm } from './form.ts';
import { WordingPage } from './page.tsx';
import { readWording, type WordingView } from './wording-view.ts';

export const meta: MetaFunction = () => pageTitle('Wording of a message');

export function loader({ request, context, params: { wordingId } }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'message-wording');
	return json({ view: orNotFound(readWording(context, actor, wordingId!)), said: said(request, SAID) });
}

export async function action({ request, context, params: { wordingId } }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'message-wording');
	orNotFound(readWording(context, actor, wordingId!));
	const read = await readForm(request, wordingForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = await turn(context, actor, wordingId!, read.value);
	return outcome.done
		? redirect(paths.wording(wordingId!, outcome.value))
		: answerRefusal(outcome, EMPTY_FORM, SENTENCES);
}

type Turned = z.output<typeof wordingForm>;

/** Does what was asked; done with what the page says of it. */
async function turn(context: AppContext, actor: StaffActor, wordingId: string, { turn: asked, read }: Turned) {
	const done = <Word extends keyof typeof SAID>(word: Word) => ({ done: true, value: word }) as const;
	if (asked === 'approve') {
		const outcome = approveWording(context, actor, { wordingId, read });
		return outcome.done ? done('approved') : outcome;
	}
	if (asked === 'withdraw') {
		const outcome = withdrawWording(context, actor, { wordingId, read });
		return outcome.done ? done('withdrawn') : outcome;
	}
	const which = asked === 'test-shipped' ? 'shipped' : 'in-use';
	const outcome = await testWording(context, actor, { wordingId, which });
	return outcome.done ? done('tested') : outcome;
}

export default function Wording() {
	const { view, said: sentence } = useLoaderData() as { view: WordingView; said: string | null };
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <WordingPage view={view} said={sentence} form={form} />;
}
