import type { ReactNode } from 'react';
import type { Section } from '#app/domain/access/home.ts';
import { paths } from '#app/paths.ts';
import { ServiceNavigation } from '../components/service-navigation.tsx';
import { SkipLink } from '../components/skip-link.tsx';
import { NAVIGATION } from './navigation.ts';

type ShellProps = {
	readonly orgName: string;
	readonly signedIn: {
		readonly name: string;
		readonly role: string;
		readonly sections: readonly Section[];
		readonly unread: number;
	} | null;
	readonly current: Section | null;
	readonly children: ReactNode;
};

/** What stands around every page: skip link, header with navigation and who is signed in, footer. */
export function Shell({ orgName, signedIn, current, children }: ShellProps) {
	return (
		<>
			<SkipLink>Skip to main content</SkipLink>
			<header>
				<ServiceNavigation
					className="plumbline-header"
					serviceName={orgName}
					serviceHref={paths.home()}
					items={signedIn?.sections.map((section) => ({
						...NAVIGATION[section],
						text: labelOf(section, signedIn.unread),
						active: section === current,
					}))}
					end={signedIn && <SignedIn name={signedIn.name} role={signedIn.role} />}
				/>
			</header>
			<div className="govuk-width-container">
				<main className="govuk-main-wrapper" id="main-content">
					{children}
				</main>
			</div>
			<footer className="plumbline-footer">
				<div className="govuk-width-container">
					<a className="govuk-link govuk-link--no-visited-state" href={paths.accessibility()}>
						Accessibility
					</a>
				</div>
			</footer>
		</>
	);
}

/** What the section is called, with how many notices are new: the only sign of them on other pages. */
function labelOf(section: Section, unread: number): string {
	const { label } = NAVIGATION[section];
	return section === 'notices' && unread > 0 ? `${label} (${unread})` : label;
}

function SignedIn({ name, role }: { readonly name: string; readonly role: string }) {
	return (
		<form method="post" action={paths.signOut()} className="plumbline-signed-in">
			<span>
				{name} · {role}
			</span>
			<button type="submit">Sign out</button>
		</form>
	);
}
