import { type FormState, textOf } from '#app/ui/form-state.ts';
import { Select, type SelectProps } from '#app/ui/forms/select.tsx';

type SelectFieldProps = { readonly form: FormState } & Omit<SelectProps, 'id' | 'form' | 'error' | 'defaultValue'>;

export function SelectField({ form, ...props }: SelectFieldProps) {
	return <Select error={form.errors[props.name]} defaultValue={textOf(form, props.name)} {...props} />;
}
