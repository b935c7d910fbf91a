import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireActor } from '#app/http/actor.ts';
import { useLoaderData } from '#app/http/pages/shown.ts';
import { said } from '#app/http/said.ts';
import { readSignInCookie } from '#app/http/sign-in-cookie.ts';
import { paths } from '#app/paths.ts';
import { formatInstant } from '#app/ui/format.ts';
import { pageTitle } from '#app/ui/page-title.ts';
import { reviewAccount } from '#app/use-cases/account/review-account.ts';
import { findFacilitator } from '#db/queries/team/staff-time.ts';
import { AccountPage } from './page.tsx';

export const meta: MetaFunction = () => pageTitle('Your account');

const SAID = {
	'password-changed': 'Your password is changed. You are signed out everywhere else.',
	'second-factor-off': 'Your second factor is off. You are signed out everywhere else.',
	'sign-in-ended': 'That sign-in is ended.',
	'sign-ins-ended': 'You are signed out everywhere else.',
	linked: 'The account is linked. You can sign in with it.',
	unlinked: 'The account is not linked any more.',
};
const NOTICES = {
	'identity-in-use': 'That account is linked to somebody else here. Nothing was changed.',
	'single-sign-on-away': 'The other sign-in cannot be reached just now. Try again in a minute.',
};

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = requireActor(request, context);
	const account = reviewAccount(context, actor, readSignInCookie(context.config, request));
	const isFacilitator = findFacilitator(context.db, actor, actor.staffId, 'practice') !== null;
	const supervisionHref = isFacilitator ? paths.facilitatorSupervision(actor.staffId) : null;
	return { ...shown(account), supervisionHref, said: said(request, SAID), notice: said(request, NOTICES) };
}

/** The account with its moments in words. */
function shown({ secondFactor, singleSignOn, signIns, ...account }: ReturnType<typeof reviewAccount>) {
	return {
		...account,
		secondFactor: { ...secondFactor, since: secondFactor.since && formatInstant(secondFactor.since) },
		singleSignOn: singleSignOn && { label: singleSignOn.label, isLinked: singleSignOn.linkedAt !== null },
		signIns: signIns.map(({ createdAt, lastSeenAt, ...rest }) => ({
			...rest,
			began: formatInstant(createdAt),
			lastSeen: formatInstant(lastSeenAt),
		})),
	};
}

export default function Account() {
	return <AccountPage {...useLoaderData<typeof loader>()} />;
}
