import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { faultForLog } from '#app/domain/shared/fault-for-log.ts';
import { routeIn } from '#app/http/pages/fault.ts';

const HIS = 'Hisname';

/** Asks the broken server of `serve-broken.ts` as somebody asks a page; what it answered, and all that it wrote down. */
async function ask(path: string, body?: string): Promise<{ status: number; html: string; log: string }> {
	const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-'));
	const child = spawn(process.execPath, ['tests/faults/serve-broken.ts'], {
		env: { ...process.env, NODE_ENV: 'production', DATA_DIR: dataDir, PUBLIC_URL: 'http://localhost', PORT: '0' },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let log = '';
	const started = new Promise<{ url: string; cookie: string }>((resolve, reject) => {
		child.once('exit', (code) => reject(new Error(`stopped with ${code}: ${log}`)));
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', (chunk) => {
				log += chunk;
				const ready = /^READY (.*)$/m.exec(log);
				if (ready) resolve(JSON.parse(ready[1]!));
			});
		}
	});
	const { url, cookie } = await started;
	const headers = { cookie, origin: 'http://localhost', 'user-agent': 'Secret browser' };
	const init = body ? { method: 'POST', body: new URLSearchParams(body), headers } : { headers };
	const response = await fetch(url + path, { ...init, redirect: 'manual' });
	const html = await response.text();
	await new Promise((resolve) => setTimeout(resolve, 200));
	child.removeAllListeners('exit');
	child.kill('SIGKILL');
	return { status: response.status, html, log: log.replace(/^READY .*$/m, '') };
}

test.each([
	['a page', `/people/${HIS}?said=${HIS}`, undefined],
	[
		'a form',
		'/closures/new',
		`label=${HIS}&where=everywhere&from-day=1&from-month=2&from-year=2027&to-day=1&to-month=2&to-year=2027`,
	],
] as const)(
	'a fault of %s shows one page with a number, and the log has that number and nothing of anybody',
	async (_, path, body) => {
		const { status, html, log } = await ask(path, body);
		expect(status).toBe(500);
		expect(html).toContain('Sorry, something went wrong');
		expect(html).toContain('<title>Sorry, something went wrong - Plumbline</title>');
		expect(html).not.toMatch(/SqliteError|no such table|node_modules|at .*\.ts/);
		const [reference] = /[a-z2-9]{4}-[a-z2-9]{4}(?=<\/strong>)/.exec(html) ?? [];
		const lines = log.split('\n').filter((line) => line.includes('"a page failed"'));
		expect(lines).toHaveLength(1);
		const entry = JSON.parse(lines[0]!);
		expect(entry).toMatchObject({ reference, method: body ? 'POST' : 'GET', fault: 'SqliteError' });
		expect(entry.route).toBe(body ? '/closures/new' : '/people/:personId');
		expect(entry.at.length).toBeGreaterThan(2);
		expect(log).not.toMatch(new RegExp(`${HIS}|said=|Secret browser|plumbline=|127\\.0\\.0\\.1`));
	},
	60_000,
);

test('what is written of a fault is its kind, its code and where it arose: never its message', () => {
	const fault = Object.assign(new TypeError(`${HIS} is not a day`), { code: 'ERR_X' });
	const written = faultForLog(fault);
	expect(written).toMatchObject({ fault: 'TypeError', code: 'ERR_X' });
	expect(written.at[0]).toContain('faults-on-pages.test.ts');
	expect(JSON.stringify(written)).not.toContain(HIS);
	expect(faultForLog(HIS)).toEqual({ fault: 'string', code: null, at: [] });
	expect(faultForLog(Object.assign(new Error('x'), { code: `no\n${HIS}` })).code).toBeNull();
	const named = new Error(`two\nlines of ${HIS}`);
	expect(JSON.stringify(faultForLog(named))).not.toContain(HIS);
});

test.each([
	['/people/abc', { personId: 'abc' }, '/people/:personId'],
	['/people/abc/safe-contact', { personId: 'abc' }, '/people/:personId/safe-contact'],
	['/calendars/s3cret.ics', { secret: 's3cret' }, '/calendars/:secret.ics'],
	['/cohorts/c%20d/register.csv', { cohortId: 'c d' }, '/cohorts/:cohortId/register.csv'],
	['/Anna/Smith', { '*': 'Anna/Smith' }, '/*'],
	['/people/Anna Smith', {}, '/people/?'],
	['/people/%ff', {}, '/people/?'],
])('the kind of page at %s is written without what is in it', (pathname, params, route) => {
	expect(routeIn(pathname, params as Record<string, string>)).toBe(route);
});
