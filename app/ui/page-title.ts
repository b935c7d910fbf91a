import type { FormState } from './form-state.ts';

/** The browser's title of a page: what the page is, never who or which programme; “Error:” first when a form was refused. */
export function pageTitle(name: string, form?: FormState): { title: string }[] {
	const prefix = form && Object.keys(form.errors).length > 0 ? 'Error: ' : '';
	return [{ title: `${prefix}${name} – Plumbline` }];
}
