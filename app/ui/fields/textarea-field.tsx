import type { ComponentPropsWithoutRef } from 'react';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { Textarea } from '#app/ui/forms/textarea.tsx';

type TextareaFieldProps = { readonly form: FormState } & Omit<
	ComponentPropsWithoutRef<typeof Textarea>,
	'id' | 'form' | 'error' | 'defaultValue'
>;

export function TextareaField({ form, ...props }: TextareaFieldProps) {
	return <Textarea error={form.errors[props.name]} defaultValue={textOf(form, props.name) || undefined} {...props} />;
}
