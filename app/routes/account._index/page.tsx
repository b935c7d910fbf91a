import { ROLE_NAMES, type Role } from '#app/domain/access/actor.ts';
import { paths } from '#app/paths.ts';
import { Notice } from '#app/ui/blocks/notice.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { formatCount } from '#app/ui/format.ts';
import { type OwnSignIn, SignInList } from './sign-in-list.tsx';

type AccountPageProps = {
	readonly name: string;
	readonly email: string;
	readonly roles: readonly Role[];
	readonly hasPassword: boolean;
	readonly secondFactor: SecondFactor;
	readonly singleSignOn: { readonly label: string; readonly isLinked: boolean } | null;
	readonly signIns: readonly OwnSignIn[];
	/** Null for who delivers no sessions. */
	readonly supervisionHref: string | null;
	readonly said: string | null;
	readonly notice: string | null;
};

type SecondFactor = {
	readonly isOn: boolean;
	readonly since: string | null;
	readonly mustHave: boolean;
	readonly recoveryCodesLeft: number;
};

export function AccountPage(account: AccountPageProps) {
	const { name, email, roles, hasPassword, secondFactor, singleSignOn, signIns, supervisionHref, said, notice } =
		account;
	return (
		<>
			<Said sentence={said} />
			<Notice sentence={notice} />
			<PageHeader title="Your account" />
			<SummaryList
				rows={[
					{ key: 'Name', value: name },
					{ key: 'Email address', value: email },
					{ key: 'Roles', value: roles.map((role) => ROLE_NAMES[role]).join(', ') || 'None' },
					{
						key: 'Password',
						value: hasPassword ? 'Set' : 'None: you sign in with another account',
						actions: hasPassword ? [{ href: paths.accountPassword(), text: 'Change', about: 'password' }] : [],
					},
					...(singleSignOn ? [linkRow(singleSignOn, hasPassword)] : []),
				]}
			/>
			<p className="govuk-body">Your administrator changes your name, your address and what you may do.</p>
			{supervisionHref && (
				<p className="govuk-body">
					<a className="govuk-link" href={supervisionHref}>
						Your page for supervision
					</a>
				</p>
			)}
			<SecondFactorPart {...secondFactor} />
			<SignInList signIns={signIns} />
		</>
	);
}

function linkRow({ label, isLinked }: NonNullable<AccountPageProps['singleSignOn']>, hasPassword: boolean) {
	const unlink = (
		<form method="post" action={paths.accountSingleSignOnRemoval()}>
			Linked{' '}
			<button type="submit" className="link-button">
				Unlink
			</button>
		</form>
	);
	return {
		key: `Sign in with ${label}`,
		value: isLinked ? (hasPassword ? unlink : 'Linked') : 'Not linked',
		actions: isLinked ? [] : [{ href: paths.accountSingleSignOn(), text: 'Link', about: label }],
	};
}

function SecondFactorPart({ isOn, since, mustHave, recoveryCodesLeft }: SecondFactor) {
	if (!isOn) {
		return (
			<>
				<h2 className="govuk-heading-m">Second factor</h2>
				<p className="govuk-body">
					It is off. With it, somebody who learns your password still cannot get in: you enter a code from your phone as
					well.
				</p>
				<p className="govuk-body">
					<a className="govuk-link" href={paths.accountSecondFactor()}>
						Set up a second factor
					</a>
				</p>
			</>
		);
	}
	return (
		<>
			<h2 className="govuk-heading-m">Second factor</h2>
			<p className="govuk-body">
				It is on, since {since}. {formatCount('recovery code', recoveryCodesLeft)} left.
				{mustHave && ' Your role needs it.'}
			</p>
			<ul className="govuk-list">
				<li>
					<a className="govuk-link" href={paths.accountSecondFactor()}>
						Move it to another phone
					</a>
				</li>
				<li>
					<a className="govuk-link" href={paths.accountRecoveryCodes()}>
						Make new recovery codes
					</a>
				</li>
				{!mustHave && (
					<li>
						<a className="govuk-link" href={paths.accountSecondFactorRemoval()}>
							Turn it off
						</a>
					</li>
				)}
			</ul>
		</>
	);
}
