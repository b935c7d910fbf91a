/**
 * The token that a service brings with its reports to an address of ours, as a setting; null where none is taken. Adds a
 * sentence, never with the token in it, for one that could be guessed or that no header can carry.
 */
export function readHookToken(name: string, token: string | null, faults: string[]): string | null {
	if (token !== null && !/^[\w-]{32,200}$/.test(token))
		faults.push(
			`${name} must be 32 to 200 letters, digits, hyphens and underscores, such as openssl rand -hex 32 gives.`,
		);
	return token;
}
