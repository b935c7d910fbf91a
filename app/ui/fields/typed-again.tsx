import { type FormState, listOf } from '#app/ui/form-state.ts';
import { HiddenField } from './hidden-field.tsx';

type TypedAgainProps = { readonly form: FormState; readonly except: readonly string[] };

/** Everything that was typed, carried along unseen so that neither saving nor going back loses any of it. */
export function TypedAgain({ form, except }: TypedAgainProps) {
	return Object.keys(form.values)
		.filter((name) => !except.includes(name))
		.flatMap((name) =>
			listOf(form, name).map((value) => <HiddenField key={`${name} ${value}`} name={name} value={value} />),
		);
}
