import { type FormState, textOf } from '#app/ui/form-state.ts';
import { Input, type InputProps } from '#app/ui/forms/input.tsx';

export type FieldProps = { readonly form: FormState };
/** What a field has beside `form`; its id is its name, so that the error summary finds it. */
type TextFieldProps = FieldProps & Omit<InputProps, 'id' | 'form' | 'error' | 'defaultValue'>;

export function TextField({ form, ...props }: TextFieldProps) {
	return <Input error={form.errors[props.name]} defaultValue={textOf(form, props.name) || undefined} {...props} />;
}
