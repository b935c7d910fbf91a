import { eq } from 'drizzle-orm';
import type { Db } from '../../client.ts';
import { signInAttempts } from '../../schema/index.ts';

/** How often guessing failed under this key lately; null when it never did. */
export function findAttempts(db: Db, key: string) {
	return db.select().from(signInAttempts).where(eq(signInAttempts.key, key)).get() ?? null;
}
