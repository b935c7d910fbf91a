/** What a rule or a use case answers: it was done, or a rule said no. A bug is thrown, never returned. */
export type Done<Value> = { readonly done: true; readonly value: Value };
export type Refused<Code extends string = string> = {
	readonly done: false;
	readonly code: Code;
	readonly details: Details;
};
export type Outcome<Value, Code extends string = string> = Done<Value> | Refused<Code>;
export type Details = Readonly<Record<string, unknown>>;

/** The rule agrees: `value` is the result. */
export function done(): Done<undefined>;
export function done<Value>(value: Value): Done<Value>;
export function done(value?: unknown): Done<unknown> {
	return { done: true, value };
}

/** The rule says no: `code` is the fact in kebab-case, `details` what a sentence about it needs. */
export function refused<const Code extends string>(code: Code, details: Details = {}): Refused<Code> {
	return { done: false, code, details };
}
