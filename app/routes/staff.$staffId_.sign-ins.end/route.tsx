import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { requireAccess } from '#app/http/actor.ts';
import { notFound, orNotFound } from '#app/http/not-found.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { pageTitle } from '#app/ui/page-title.ts';
import { endSignIns } from '#app/use-cases/staff/end-sign-ins.ts';
import { findStaffMember } from '#db/queries/staff.ts';

export const meta: MetaFunction = () => pageTitle('Sign somebody out');

export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff');
	const member = orNotFound(findStaffMember(context.db, actor, asId<StaffId>(params.staffId!)));
	return json({ id: member.id, name: member.name });
}

export function action({ request, context, params }: ActionFunctionArgs) {
	const actor = requireAccess(request, context, 'write', 'staff');
	const outcome = endSignIns(context, actor, asId<StaffId>(params.staffId!));
	if (!outcome.done) throw notFound();
	return redirect(paths.staff('signed-out'));
}

export default function SignInsEnd() {
	const { id, name } = useLoaderData<typeof loader>();
	return (
		<>
			<BackLink href={paths.staffMember(id)} />
			<PageHeader title={`Sign ${name} out everywhere`} />
			<ul className="govuk-list govuk-list--bullet">
				<li>
					Every browser in which {name} is signed in is signed out at once. What is typed there and not saved is lost.
				</li>
				<li>They can sign in again as before. To stop that too, make a new link, or close the account.</li>
			</ul>
			<form method="post">
				<Button variant="warning" preventDoubleClick>
					Sign them out
				</Button>
			</form>
		</>
	);
}
