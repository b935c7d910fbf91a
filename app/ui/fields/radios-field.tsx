import { type FormState, textOf } from '#app/ui/form-state.ts';
import { Radios, type RadiosProps } from '#app/ui/forms/radios.tsx';

type RadiosFieldProps = { readonly form: FormState } & Omit<RadiosProps, 'idPrefix' | 'error' | 'value'>;

export function RadiosField({ form, ...props }: RadiosFieldProps) {
	return <Radios error={form.errors[props.name]} value={textOf(form, props.name)} {...props} />;
}
