import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { type AreaId, asId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { answerRefusal } from '#app/http/refusal.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { EMPTY_FORM, type FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { addSchoolHoliday } from '#app/use-cases/places/add-school-holiday.ts';
import { findArea } from '#db/queries/places.ts';
import { SENTENCES, schoolHolidayForm } from './form.ts';
import { SchoolHolidaysPage } from './page.tsx';
import { schoolHolidaysView } from './school-holidays-view.ts';

export const meta: MetaFunction = () => pageTitle('School holidays');

const SAID = {
	added: 'The school holiday is added. Cohorts that leave school holidays out keep clear of it from now on.',
	removed: 'The school holiday is removed. Sessions that are laid out already stay where they are.',
	undone: 'The school holidays of that file are taken out again.',
};

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'closures');
	const view = orNotFound(schoolHolidaysView(context, actor, asId<AreaId>(params.areaId!)));
	return json({ ...view, said: said(request, SAID) });
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'closures');
	const { id: areaId } = orNotFound(findArea(context.db, actor, asId<AreaId>(params.areaId!)));
	const read = await readForm(request, schoolHolidayForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = addSchoolHoliday(context, actor, { areaId, ...read.value });
	if (!outcome.done) return answerRefusal(outcome, read.form, SENTENCES);
	const seesSessions = mayAtAll(actor, 'write', 'session');
	return redirect(seesSessions ? paths.dayOffSessions(outcome.value, 'added') : paths.schoolHolidays(areaId, 'added'));
}

export default function SchoolHolidays() {
	const view = useLoaderData<typeof loader>();
	const form = useActionData<{ form: FormState }>()?.form ?? EMPTY_FORM;
	return <SchoolHolidaysPage view={view} form={form} />;
}
