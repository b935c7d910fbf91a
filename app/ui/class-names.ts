/** Joins the class names that apply; null when there is none, so that no empty attribute is written. */
export function classNames(...names: readonly unknown[]): string | undefined {
	return names.filter((name) => typeof name === 'string' && name !== '').join(' ') || undefined;
}
