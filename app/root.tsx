import { isRouteErrorResponse } from '@remix-run/react';
import govuk from 'govuk-frontend/dist/govuk/govuk-frontend.min.js?url';
import { type ReactNode, useContext } from 'react';
import { classNames } from './ui/class-names.ts';
import enhance from './ui/enhance/enhance.js?url';
import styles from './ui/plumbline.scss?url';
import { sectionAt } from './ui/shell/navigation.ts';
import { Frame } from './ui/shell/page-frame.ts';
import type { PageHandle } from './ui/shell/page-handle.ts';
import { Shell } from './ui/shell/shell.tsx';

type PageProps = {
	readonly title: string;
	/** Where it stands, for the section that is marked in the header. */
	readonly pathname: string;
	readonly handle: PageHandle | undefined;
	readonly children: ReactNode;
};

/** What stands around every page. */
export function Page({ title, pathname, handle, children }: PageProps) {
	const shell = useContext(Frame).shell();
	return (
		<html lang="en" className="govuk-template">
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex, nofollow" />
				<title>{title}</title>
				<link rel="stylesheet" href={styles} />
				<link rel="icon" href="/favicon.svg" type="image/svg+xml" />
			</head>
			<body className={classNames('govuk-template__body', handle?.isHandedOver && 'handed-over')}>
				<Shell orgName={shell?.orgName ?? 'Plumbline'} signedIn={shell?.signedIn ?? null} current={sectionAt(pathname)}>
					{children}
				</Shell>
				<script type="module" src={enhance} data-govuk={govuk} />
			</body>
		</html>
	);
}

/** Remix asks every app for one; our pages are drawn by the entry (decision 0031). */
export default function App() {
	return null;
}

/** Every answer that is no page of ours: the words are ours, and say nothing of what was asked for. */
export function FaultPage({ pathname, fault }: { readonly pathname: string; readonly fault: unknown }) {
	const { title, sentence } = wordsFor(fault);
	const reference = useContext(Frame).faultReference;
	return (
		<Page title={`${title} - Plumbline`} pathname={pathname} handle={undefined}>
			<h1 className="govuk-heading-l">{title}</h1>
			<p className="govuk-body">{sentence}</p>
			{reference && (
				<p className="govuk-body">
					If it happens again, tell your administrator what you were doing and this number: <strong>{reference}</strong>
				</p>
			)}
			<p className="govuk-body">
				<a className="govuk-link" href="/">
					Go to your home page
				</a>
			</p>
		</Page>
	);
}

const NOT_FOUND = {
	title: 'Page not found',
	sentence: 'If you typed the address, check that it is right. If you followed a link, the page may have moved.',
};
const REFUSED = {
	title: 'That did not work',
	sentence: 'Go back to the page that you came from, open it again and send its form from there.',
};
const FAULT = {
	title: 'Sorry, something went wrong',
	sentence: 'What you saved before is safe. Go back and try again.',
};

function wordsFor(fault: unknown) {
	if (!isRouteErrorResponse(fault) || fault.status >= 500) return FAULT;
	if (fault.status === 404) return NOT_FOUND;
	// What our own loaders and actions say; the framework's own words name routes and addresses.
	const isOurs = 'internal' in fault && fault.internal === false;
	return isOurs && typeof fault.data === 'string' && fault.data ? { ...REFUSED, sentence: fault.data } : REFUSED;
}
