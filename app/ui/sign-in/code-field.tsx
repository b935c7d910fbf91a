import { TextField } from '#app/ui/fields/text-field.tsx';
import type { FormState } from '#app/ui/form-state.ts';

type CodeFieldProps = { readonly form: FormState; readonly hint?: string };

/** The six figures of an authenticator app; browsers and password managers know the field and may fill it in. */
export function CodeField({ form, hint = 'Six figures. They change every 30 seconds.' }: CodeFieldProps) {
	return (
		<TextField
			form={{ ...form, values: {} }}
			name="code"
			label="Code from your authenticator app"
			hint={hint}
			inputMode="numeric"
			autoComplete="one-time-code"
			spellCheck={false}
			width={10}
		/>
	);
}
