import type { FormState } from '#app/ui/form-state.ts';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';

type FormErrorSummaryProps = {
	readonly form: FormState;
	/** Ids of the first inputs of fields that are not called by their name; all fields in this folder are. */
	readonly ids?: Readonly<Record<string, string>>;
};

/** Every error of a form, each leading to the first input of its field; nothing when there is none. */
export function FormErrorSummary({ form, ids = {} }: FormErrorSummaryProps) {
	const errors = Object.entries(form.errors);
	if (errors.length === 0) return null;
	return (
		<ErrorSummary
			errors={errors.map(([name, text]) => ({
				text,
				href: name === '' || name === 'form' ? undefined : `#${ids[name] ?? name}`,
			}))}
		/>
	);
}
