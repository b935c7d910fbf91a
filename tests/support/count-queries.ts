import type { Db } from '#db/client.ts';

const WAYS_TO_RUN = ['all', 'get', 'run', 'iterate'] as const;

/**
 * How many statements the database runs while `work` is done, those prepared before included: a list of 30 may not need
 * more than a list of one.
 */
export async function countQueries(db: Pick<Db, '$client'>, work: () => unknown): Promise<number> {
	const statement = Object.getPrototypeOf(db.$client.prepare('select 1'));
	const originals = Object.fromEntries(WAYS_TO_RUN.map((way) => [way, statement[way]]));
	let count = 0;
	for (const way of WAYS_TO_RUN) {
		statement[way] = function run(this: unknown, ...values: unknown[]) {
			count += 1;
			return originals[way].apply(this, values);
		};
	}
	try {
		await work();
	} finally {
		Object.assign(statement, originals);
	}
	return count;
}
