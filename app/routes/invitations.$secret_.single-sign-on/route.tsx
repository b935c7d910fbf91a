import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { sendToProvider } from '#app/http/sign-in/depart.ts';
import { paths } from '#app/paths.ts';
import { findInvitee } from '#app/use-cases/staff/find-invitee.ts';

/** Accepts an invitation by the organisation’s own sign-in, in the place of a password. */
export function loader({ context, params }: LoaderFunctionArgs) {
	const link = params.secret!;
	const invitee = findInvitee(context, link, context.address);
	if (!invitee || invitee.isFirst) return redirect(paths.invitation(link));
	return sendToProvider(context, { for: 'invitation', link });
}
