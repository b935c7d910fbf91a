import { done, type Outcome, refused } from '../shared/outcome.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';

/** Eight characters at the least; fifteen are recommended on the page (docs/security.md). */
export const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 200;

/** Whether a password may be set: long enough, and none of those that everybody tries first. No rule on its characters. */
export function checkPassword(
	password: string,
): Outcome<undefined, 'password-too-short' | 'password-too-long' | 'password-too-common'> {
	const length = [...password].length;
	if (length < SHORTEST_PASSWORD) return refused('password-too-short', { shortest: SHORTEST_PASSWORD });
	if (length > LONGEST_PASSWORD) return refused('password-too-long', { longest: LONGEST_PASSWORD });
	if (COMMON_PASSWORDS.has(password.toLowerCase())) return refused('password-too-common');
	return done();
}
