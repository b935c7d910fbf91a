/** The cause of the task by which a gap is handed on, for the n-th time: what was done and is still missing opens another. */
export function causeOfGap(key: string, number: number): string {
	return `gap ${key} ${number}`;
}

/** Of which gap a task is, from its cause. */
export function keyOfCause(cause: string): string {
	return cause.split(' ')[1] ?? '';
}
