/** Something in a programme that cannot be right: where it stands, and a sentence that says what to do. */
export type ProgrammeFault = { readonly path: FaultPath; readonly sentence: string };
/** Names of properties and places in lists, from the programme down: `['plans', 3, 'minutes']`. */
export type FaultPath = readonly (string | number)[];

/** A fault for each thing in the list whose key an earlier one has already. */
export function checkRepeats(
	things: readonly { readonly key: string }[],
	path: FaultPath,
	what: string,
): readonly ProgrammeFault[] {
	const isRepeat = (key: string, at: number) => things.findIndex((other) => other.key === key) < at;
	return things.flatMap(({ key }, at) =>
		isRepeat(key, at)
			? [{ path: [...path, at, 'key'], sentence: `The key “${key}” stands twice: give each ${what} its own.` }]
			: [],
	);
}
