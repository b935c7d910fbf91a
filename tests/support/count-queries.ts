import type { Db } from '#db/client.ts';

/** How many statements the database runs while `work` is done: a list of 30 may not need more than a list of one. */
export async function countQueries(db: Db, work: () => unknown): Promise<number> {
	const client = db.$client;
	const prepare = client.prepare;
	let count = 0;
	client.prepare = ((source: string) => {
		count += 1;
		return prepare.call(client, source);
	}) as typeof prepare;
	try {
		await work();
	} finally {
		client.prepare = prepare;
	}
	return count;
}
