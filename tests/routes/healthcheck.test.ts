import { expect, test } from 'vitest';
import { paths } from '#app/paths.ts';
import { visit } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';

test('the health check says OK while the database answers, and 503 when it does not', async () => {
	const context = testContext();
	const well = await visit(context, paths.healthcheck());
	expect([well.status, well.html, well.headers.get('cache-control')]).toEqual([200, 'OK', 'no-store']);
	context.db.$client.close();
	const ill = await visit(context, paths.healthcheck());
	expect(ill.status).toBe(503);
	expect(ill.html).toBe('The database does not answer');
});
