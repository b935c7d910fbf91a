type HiddenFieldProps = { readonly name: string; readonly value: string | number };

export function HiddenField({ name, value }: HiddenFieldProps) {
	return <input type="hidden" name={name} value={value} />;
}
