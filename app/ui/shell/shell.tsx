import type { ReactNode } from 'react';
import type { Section } from '#app/domain/access/home.ts';
import { paths } from '#app/paths.ts';
import { ServiceNavigation } from '../components/service-navigation.tsx';
import { SkipLink } from '../components/skip-link.tsx';
import { Stamped, slot, stamp } from '../stamp.tsx';
import { headerItems } from './header-items.ts';
import type { ShellFacts } from './page-frame.ts';

type ShellProps = ShellFacts & { readonly current: Section | null; readonly children: ReactNode };

/** What stands around every page: skip link, header with navigation and who is signed in, footer. */
export function Shell({ orgName, signedIn, current, children }: ShellProps) {
	return (
		<>
			<SkipLink>Skip to main content</SkipLink>
			<Stamped as="header" markup={headerMarkup({ orgName, signedIn, current })} />
			<div className="govuk-width-container">
				<main className="govuk-main-wrapper" id="main-content">
					{children}
				</main>
			</div>
			<Stamped as="footer" className="plumbline-footer" markup={stamp('footer', () => <FooterLinks />)} />
		</>
	);
}

function FooterLinks() {
	return (
		<div className="govuk-width-container">
			<a className="govuk-link govuk-link--no-visited-state" href={paths.accessibility()}>
				Accessibility
			</a>
		</div>
	);
}

type HeaderProps = Omit<ShellProps, 'children'>;

/** The header has few shapes: one for each section of each way to be signed in. */
function headerMarkup({ orgName, signedIn, current }: HeaderProps): string {
	const shown = signedIn && { ...signedIn, name: slot('name'), role: slot('role') };
	const labels = signedIn && headerItems(signedIn, current).map(({ text }) => text);
	return stamp(
		`header ${current} ${labels?.join(' ')}`,
		() => <Header orgName={slot('orgName')} signedIn={shown} current={current} />,
		{ orgName, name: signedIn?.name ?? '', role: signedIn?.role ?? '' },
	);
}

function Header({ orgName, signedIn, current }: HeaderProps) {
	return (
		<ServiceNavigation
			className="plumbline-header"
			serviceName={orgName}
			serviceHref={paths.home()}
			items={signedIn ? headerItems(signedIn, current) : undefined}
			end={signedIn && <SignedIn name={signedIn.name} role={signedIn.role} />}
		/>
	);
}

function SignedIn({ name, role }: { readonly name: string; readonly role: string }) {
	return (
		<form method="post" action={paths.signOut()} className="plumbline-signed-in">
			<a href={paths.account()}>
				{name} · {role}
			</a>
			<button type="submit">Sign out</button>
		</form>
	);
}
