import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Button, ButtonLink } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { PasswordField } from '#app/ui/fields/password-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';

type ChoosePasswordProps = {
	readonly invitee: { readonly name: string; readonly email: string; readonly isFirst: boolean };
	readonly shortest: number;
	readonly form: FormState;
	/** The organisation’s own sign-in, where there is one. */
	readonly other: { readonly label: string; readonly href: string } | null;
};

export function ChoosePassword({ invitee, shortest, form, other }: ChoosePasswordProps) {
	const hint = `At least ${shortest} characters; 15 or more are better. Three or four words make a good one. You may paste it.`;
	return (
		<>
			<FormErrorSummary form={form} />
			<PageHeader title={invitee.isFirst ? 'Set up the first account' : 'Choose a password'}>
				<p className="govuk-body">
					{invitee.isFirst
						? 'You are the first administrator. You can then invite everybody else.'
						: `Hello ${invitee.name}. You sign in as ${invitee.email}.`}
				</p>
			</PageHeader>
			<form method="post" noValidate>
				{invitee.isFirst && (
					<>
						<TextField form={form} name="name" label="Your name" autoComplete="name" width={30} />
						<TextField
							form={form}
							name="email"
							label="Your email address"
							type="email"
							autoComplete="username"
							spellCheck={false}
							width={30}
						/>
					</>
				)}
				<PasswordField form={form} name="password" label="Password" hint={hint} autoComplete="new-password" />
				<Button preventDoubleClick>Save and sign in</Button>
			</form>
			{other && (
				<section className="sign-in-choice">
					<p className="govuk-body">You need no password here if you sign in with {other.label}.</p>
					<ButtonLink variant="secondary" href={other.href}>
						Sign in with {other.label} instead
					</ButtonLink>
				</section>
			)}
		</>
	);
}

export function LinkEnded() {
	return (
		<>
			<PageHeader title="This link does not work any more" />
			<p className="govuk-body">A link works once, and for 7 days. A newer link ends the one before.</p>
			<ul className="govuk-list govuk-list--bullet">
				<li>
					If you have chosen a password,{' '}
					<a className="govuk-link" href={paths.signIn()}>
						sign in
					</a>
					.
				</li>
				<li>If not, ask your administrator for a new link.</li>
			</ul>
		</>
	);
}
