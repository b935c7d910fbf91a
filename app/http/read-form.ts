import { json } from '@remix-run/node';
import type { z } from 'zod';
import type { FormState } from '#app/ui/form-state.ts';

/** A form as it was sent: text by field. A field that should come once and came twice has an error, not a winner. */
export type SentForm = {
	readonly values: Readonly<Record<string, string | readonly string[]>>;
	/** The files that were chosen in this field; an empty file is one too. */
	files(name: string): readonly File[];
};

/** Reads the body of a request. Throws a 400 answer when it is no form at all. */
export async function readSentForm(request: Request): Promise<SentForm> {
	const data = await request.formData().catch(() => {
		throw unreadable();
	});
	const fields = fieldsOf(data);
	return {
		values: Object.fromEntries(fields),
		files: (name) =>
			data.getAll(name).filter((value) => value instanceof File && (value.size > 0 || value.name !== '')) as File[],
	};
}

/** No form of ours has so many: a register of a hundred people has five for each. */
const MOST_FIELDS = 2000;

/** The texts by field, in one pass: looking up each name by itself would take a sender's thousand names a million steps. */
function fieldsOf(data: FormData): ReadonlyMap<string, string | readonly string[]> {
	const fields = new Map<string, string | string[]>();
	let count = 0;
	for (const [name, value] of data) {
		count += 1;
		if (count > MOST_FIELDS) throw unreadable();
		if (typeof value !== 'string') continue;
		const before = fields.get(name);
		fields.set(name, before === undefined ? value : [before, value].flat());
	}
	return fields;
}

function unreadable(): Response {
	return new Response('The form could not be read. Go back, open the page again and send it once more.', {
		status: 400,
	});
}

export type ReadForm<Value> =
	| { readonly ok: true; readonly value: Value; readonly form: FormState }
	| { readonly ok: false; readonly form: FormState };

/** Reads a form by its schema: the parsed value, or every field's error with everything typed kept. */
export async function readForm<Schema extends z.ZodType>(
	request: Request,
	schema: Schema,
): Promise<ReadForm<z.output<Schema>>> {
	return checkForm(await readSentForm(request), schema);
}

/** Checks a form that was already read. */
export function checkForm<Schema extends z.ZodType>(sent: SentForm, schema: Schema): ReadForm<z.output<Schema>> {
	const { values } = sent;
	const result = schema.safeParse(values);
	if (result.success) return { ok: true, value: result.data, form: { values, errors: {} } };
	const errors: Record<string, string> = {};
	for (const issue of result.error.issues) {
		const field = String(issue.path[0] ?? 'form');
		errors[field] ??=
			Array.isArray(values[field]) && issue.code === 'invalid_type' ? 'Answer this once' : issue.message;
	}
	return { ok: false, form: { values, errors } };
}

/** The answer to a form with errors: 400 and the same page again. */
export function formErrors(form: FormState, status = 400): Response {
	return json({ form }, { status });
}
