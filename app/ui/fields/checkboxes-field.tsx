import { type FormState, listOf } from '#app/ui/form-state.ts';
import { Checkboxes, type CheckboxesProps } from '#app/ui/forms/checkboxes.tsx';

type CheckboxesFieldProps = { readonly form: FormState } & Omit<CheckboxesProps, 'idPrefix' | 'error' | 'values'>;

export function CheckboxesField({ form, ...props }: CheckboxesFieldProps) {
	return <Checkboxes error={form.errors[props.name]} values={listOf(form, props.name)} {...props} />;
}
