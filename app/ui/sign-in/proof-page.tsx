import type { ReactNode } from 'react';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button, type ButtonVariant } from '#app/ui/components/button.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { PasswordField } from '#app/ui/fields/password-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { CodeField } from './code-field.tsx';

type ProofPageProps = {
	readonly title: string;
	readonly form: FormState;
	readonly hasPassword: boolean;
	readonly button: string;
	readonly variant?: ButtonVariant;
	/** What will happen. */
	readonly children: ReactNode;
};

/** Asks for code and password once more before what proves somebody is changed. */
export function ProofPage({ title, form, hasPassword, button, variant, children }: ProofPageProps) {
	return (
		<>
			<BackLink href={paths.account()} />
			<FormErrorSummary form={form} />
			<PageHeader title={title}>
				<p className="govuk-body">{children}</p>
			</PageHeader>
			<form method="post" noValidate>
				<CodeField form={form} />
				{hasPassword && <PasswordField form={form} name="password" label="Your password" />}
				<Button variant={variant} preventDoubleClick>
					{button}
				</Button>
			</form>
		</>
	);
}
