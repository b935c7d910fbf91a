import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { z } from 'zod';
import { asId, type StaffNoticeId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { ticked } from '#app/http/form-fields.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { formErrors, readForm } from '#app/http/read-form.ts';
import { said } from '#app/http/said.ts';
import { paths } from '#app/paths.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { markNoticesRead } from '#app/use-cases/notices/mark-notices-read.ts';
import { noticesView } from './notices-view.ts';
import { NoticesPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Notices');

const noticesForm = z.object({ notice: ticked() });

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'notice');
	const sentence = said(request, { read: 'The notices are marked as read.' });
	return json({ notices: noticesView(context, actor), said: sentence });
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'notice');
	const read = await readForm(request, noticesForm);
	if (!read.ok) return formErrors(read.form);
	markNoticesRead(
		context,
		actor,
		read.value.notice.map((id) => asId<StaffNoticeId>(id)),
	);
	return redirect(paths.notices('read'));
}

export default function Notices() {
	const { notices, said: sentence } = useLoaderData<typeof loader>();
	return <NoticesPage notices={notices} said={sentence} />;
}
