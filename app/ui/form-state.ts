/**
 * What a form shows again after it was refused: everything typed, and a sentence for each field at fault.
 * An error's key is the name of its field (one key for a whole date), or `form` when it belongs to no field.
 */
export type FormState = {
	readonly values: Readonly<Record<string, string | readonly string[]>>;
	readonly errors: Readonly<Record<string, string>>;
};

export const EMPTY_FORM: FormState = { values: {}, errors: {} };

/** What was typed in a field; the first text when it came several times, and nothing when it never came. */
export function textOf(form: FormState, name: string): string {
	return listOf(form, name)[0] ?? '';
}

/** Everything that was ticked or sent under a name, in order. */
export function listOf(form: FormState, name: string): readonly string[] {
	const value = form.values[name];
	if (value === undefined) return [];
	return typeof value === 'string' ? [value] : value;
}
