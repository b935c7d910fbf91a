import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type EnrolmentId, type SessionId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { useActionData, useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { paths } from '#app/paths.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { bookIndividual } from '#app/use-cases/sessions/book-individual.ts';
import { answerBooking } from './answers.ts';
import { type BookingView, readBookingView } from './booking-view.ts';
import { bookingForm } from './form.ts';
import { BookingPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Book an individual session');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'session');
	const [sessionId, enrolmentId] = [asId<SessionId>(params.placeholderId!), asId<EnrolmentId>(params.enrolmentId!)];
	return json(orNotFound(readBookingView(context, actor, sessionId, enrolmentId)));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'session');
	const [sessionId, enrolmentId] = [asId<SessionId>(params.placeholderId!), asId<EnrolmentId>(params.enrolmentId!)];
	orNotFound(readBookingView(context, actor, sessionId, enrolmentId));
	const read = await readForm(request, bookingForm);
	if (!read.ok) return formErrors(read.form);
	const outcome = bookIndividual(context, actor, { sessionId, enrolmentId, ...read.value });
	return outcome.done
		? redirect(paths.bookings(sessionId, 'booked'))
		: answerBooking(context, actor, outcome, read.form);
}

export default function Booking() {
	const view = useLoaderData() as BookingView;
	const form = useActionData<{ form: FormState }>()?.form ?? { values: view.values, errors: {} };
	return <BookingPage view={view} form={form} />;
}
