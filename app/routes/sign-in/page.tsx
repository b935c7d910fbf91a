import { paths } from '#app/paths.ts';
import { Notice } from '#app/ui/blocks/notice.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { Button, ButtonLink } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { PasswordField } from '#app/ui/fields/password-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';

type SignInPageProps = {
	readonly form: FormState;
	readonly said: string | null;
	readonly notice: string | null;
	/** The organisation’s own sign-in, where there is one. */
	readonly other: { readonly label: string; readonly isReachable: boolean } | null;
};

export function SignInPage({ form, said, notice, other }: SignInPageProps) {
	return (
		<div className="govuk-grid-row">
			<div className="govuk-grid-column-two-thirds">
				<Said sentence={said} />
				<Notice sentence={notice} />
				<FormErrorSummary form={form} />
				<h1 className="govuk-heading-l">Sign in</h1>
				<form method="post" noValidate>
					<TextField
						form={form}
						name="email"
						label="Email address"
						type="email"
						autoComplete="username"
						spellCheck={false}
					/>
					<PasswordField form={form} name="password" label="Password" />
					<Button>Sign in</Button>
				</form>
				<p className="govuk-body">No account, or no password? Ask your administrator for a link.</p>
				{other && <OtherSignIn {...other} />}
			</div>
		</div>
	);
}

/** A link and not a form: the page’s own rules let no form lead to another site. */
function OtherSignIn({ label, isReachable }: NonNullable<SignInPageProps['other']>) {
	return (
		<section className="sign-in-choice">
			{isReachable ? (
				<ButtonLink variant="secondary" href={paths.singleSignOn()}>
					Sign in with {label}
				</ButtonLink>
			) : (
				<p className="govuk-body">
					Signing in with {label} is not possible just now: it cannot be reached. Use your password, or try again in a
					minute.
				</p>
			)}
		</section>
	);
}
