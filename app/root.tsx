import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
	isRouteErrorResponse,
	Links,
	Meta,
	Outlet,
	useLocation,
	useRouteError,
	useRouteLoaderData,
} from '@remix-run/react';
import govuk from 'govuk-frontend/dist/govuk/govuk-frontend.min.js?url';
import type { ReactNode } from 'react';
import { countUnreadNotices } from '#db/queries/notices/notices.ts';
import { ROLE_NAMES } from './domain/access/actor.ts';
import { sectionsOf } from './domain/access/home.ts';
import { actorOf } from './http/actor.ts';
import enhance from './ui/enhance/enhance.js?url';
import styles from './ui/plumbline.scss?url';
import { sectionAt } from './ui/shell/navigation.ts';
import { Shell } from './ui/shell/shell.tsx';

export const links = () => [
	{ rel: 'stylesheet', href: styles },
	{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

export const meta: MetaFunction = ({ error }) => [{ title: error ? 'Page not found – Plumbline' : 'Plumbline' }];

export function loader({ request, context }: LoaderFunctionArgs) {
	const actor = actorOf(request, context);
	const signedIn = actor && {
		name: actor.name,
		role: actor.roles.map((role) => ROLE_NAMES[role]).join(', '),
		sections: sectionsOf(actor),
		unread: countUnreadNotices(context.db, actor),
	};
	return { orgName: context.config.orgName, signedIn };
}

export function Layout({ children }: { readonly children: ReactNode }) {
	const shell = useRouteLoaderData<typeof loader>('root');
	const { pathname } = useLocation();
	return (
		<html lang="en" className="govuk-template">
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex, nofollow" />
				<Meta />
				<Links />
			</head>
			<body className="govuk-template__body">
				<Shell orgName={shell?.orgName ?? 'Plumbline'} signedIn={shell?.signedIn ?? null} current={sectionAt(pathname)}>
					{children}
				</Shell>
				<script type="module" src={enhance} data-govuk={govuk} />
			</body>
		</html>
	);
}

export default function App() {
	return <Outlet />;
}

export function ErrorBoundary() {
	const fault = useRouteError();
	if (isRouteErrorResponse(fault) && fault.status < 500)
		return <NotThere status={fault.status} text={String(fault.data ?? '')} />;
	return (
		<>
			<h1 className="govuk-heading-l">Sorry, something went wrong</h1>
			<p className="govuk-body">
				What you saved before is safe. Go back and try again; if it happens again, tell your administrator what you were
				doing and when.
			</p>
		</>
	);
}

function NotThere({ status, text }: { readonly status: number; readonly text: string }) {
	if (status !== 404 && text) {
		return (
			<>
				<h1 className="govuk-heading-l">That did not work</h1>
				<p className="govuk-body">{text}</p>
			</>
		);
	}
	return (
		<>
			<h1 className="govuk-heading-l">Page not found</h1>
			<p className="govuk-body">
				If you typed the address, check that it is right. If you followed a link, the page may have moved.
			</p>
			<p className="govuk-body">
				<a className="govuk-link" href="/">
					Go to your home page
				</a>
			</p>
		</>
	);
}
