import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { parseNation } from '#app/domain/scheduling/meeting-pattern.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { addBankHoliday } from '#app/use-cases/places/add-bank-holiday.ts';
import { listBankHolidays } from '#db/queries/closures.ts';
import { bankHolidayForm, SENTENCES } from './form.ts';
import { BankHolidaysPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Bank holidays');

const SAID = {
	added: 'The bank holiday is added.',
	removed: 'The bank holiday is removed.',
	checked: 'Noted: you checked the list today.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'closures');
	const nation = orNotFound(parseNation(params.nation!));
	return json({
		nation,
		days: listBankHolidays(context.db, actor).filter((day) => day.nation === nation),
		source: context.content.bankHolidays[nation].source,
		mayChange: mayAtAll(actor, 'write', 'closures'),
		seesSessions: mayAtAll(actor, 'write', 'session'),
		said: said(request, SAID),
	});
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'closures');
	const nation = orNotFound(parseNation(params.nation!));
	const read = await readForm(request, bankHolidayForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = addBankHoliday(context, actor, { nation, ...read.value });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	const seesSessions = mayAtAll(actor, 'write', 'session');
	return redirect(seesSessions ? paths.dayOffSessions(outcome.value, 'added') : paths.bankHolidays(nation, 'added'));
}

export default function BankHolidays() {
	const view = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <BankHolidaysPage view={view} form={form} />;
}
