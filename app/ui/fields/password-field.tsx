import type { ComponentPropsWithoutRef } from 'react';
import type { FormState } from '#app/ui/form-state.ts';
import { PasswordInput } from '#app/ui/forms/password-input.tsx';

type PasswordFieldProps = { readonly form: FormState } & Omit<
	ComponentPropsWithoutRef<typeof PasswordInput>,
	'id' | 'form' | 'error' | 'defaultValue'
>;

/** The one field that does not keep what was typed: a password is never sent back. */
export function PasswordField({ form, ...props }: PasswordFieldProps) {
	return <PasswordInput error={form.errors[props.name]} {...props} />;
}
