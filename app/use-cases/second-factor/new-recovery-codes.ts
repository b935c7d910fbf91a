import type { AppContext } from '#app/context.ts';
import type { StaffId } from '#app/domain/shared/ids.ts';
import type { Db } from '#db/client.ts';
import { replaceRecoveryCodes } from '#db/stores/sign-in/second-factors.ts';

const HOW_MANY = 10;

/** Ten new recovery codes in the place of all before; they can be shown this once. Inside a transaction. */
export function newRecoveryCodes(context: AppContext, tx: Db, staffId: StaffId): readonly string[] {
	const codes = Array.from({ length: HOW_MANY }, () => context.oneTimeCodes.newRecoveryCode());
	const hashes = codes.map((code) => hashRecoveryCode(context, code));
	replaceRecoveryCodes(tx, staffId, hashes, context.clock.now());
	return codes;
}

/** How a recovery code is kept: with its 80 random bits it needs no salt. Capitals, spaces and hyphens do not count. */
export function hashRecoveryCode({ credentials }: AppContext, code: string): string {
	return credentials.hashSecret(`recovery ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`);
}
