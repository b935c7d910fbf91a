import type { AppContext } from '#app/context.ts';
import { type Refused, refused } from '#app/domain/shared/outcome.ts';
import { attemptsNow, type Guess, MOST_FAILURES, WINDOW_MINUTES } from '#app/domain/sign-in/attempt-limits.ts';
import type { Db } from '#db/client.ts';
import { findAttempts } from '#db/queries/sign-in/attempts.ts';
import { forgetAttempts, saveAttempts } from '#db/stores/staff.ts';
import { withoutEntry } from '../audit/audited.ts';

/** Who is guessing at what: an account by its address or id, and where from; each null when there is none to count by. */
export type Guesser = { readonly guess: Guess; readonly account?: string | null; readonly address?: string | null };

/**
 * Counts an attempt as failed before it is looked at, so that many at once count too; in a transaction of its own, so that
 * it stays counted when what was tried is refused. Refused, and not counted, while the account or the address has to wait.
 * Rows hold hashes, no names and no addresses; they outlive a restart.
 */
export function countAttempt(context: AppContext, guesser: Guesser): Refused<'too-many-attempts'> | null {
	return withoutEntry(context, (tx) => count(context, tx, guesser));
}

function count(context: AppContext, tx: Db, guesser: Guesser): Refused<'too-many-attempts'> | null {
	const now = context.clock.now();
	const counted = keysOf(context, guesser).map(({ key, most }) => ({
		key,
		most,
		...attemptsNow(findAttempts(tx, key), now),
	}));
	if (counted.some(({ failures, most }) => failures >= most)) {
		return refused('too-many-attempts', { minutes: WINDOW_MINUTES });
	}
	for (const { key, failures, windowStartedAt } of counted) {
		saveAttempts(tx, { key, failures: failures + 1, windowStartedAt });
	}
	return null;
}

/** The attempt was right after all: the account begins anew, and the address has one failure less. */
export function forgiveAttempt(context: AppContext, tx: Db, guesser: Guesser): void {
	for (const { key, isAddress } of keysOf(context, guesser)) {
		const before = findAttempts(tx, key);
		if (!before) continue;
		if (isAddress && before.failures > 1) saveAttempts(tx, { ...before, failures: before.failures - 1 });
		else forgetAttempts(tx, key);
	}
}

function keysOf({ credentials }: AppContext, { guess, account, address }: Guesser) {
	const most = MOST_FAILURES[guess];
	const byAccount = account && most.account !== null ? [{ of: account, most: most.account, isAddress: false }] : [];
	const byAddress = address ? [{ of: address, most: most.address, isAddress: true }] : [];
	return [...byAccount, ...byAddress].map(({ of, ...rest }) => ({
		...rest,
		key: credentials.hashSecret(`${guess} ${rest.isAddress ? 'address' : 'account'} ${of}`),
	}));
}
