import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSignInCookie } from '#app/http/sign-in-cookie.ts';
import { signIn } from '#app/use-cases/staff/sign-in.ts';
import * as schema from '#db/schema/index.ts';
import { cookieOf } from '#tests/support/app.ts';
import { testContext } from '#tests/support/context.ts';
import { startWeb } from '#tests/support/web-server.ts';
import { givenStaff } from '#tests/support/world.ts';

const context = testContext();
const PASSWORD = 'a long enough password';
let web: Awaited<ReturnType<typeof startWeb>>;
let passwordHash: string;

beforeAll(async () => {
	passwordHash = await context.credentials.hashPassword(PASSWORD);
	web = await startWeb(context);
});
afterAll(() => web.close());

function account(state: 'active' | 'deactivated' = 'active') {
	const { staffId, ...actor } = givenStaff(context);
	context.db.update(schema.staff).set({ passwordHash, state }).where(eq(schema.staff.id, staffId)).run();
	return { ...actor, staffId, email: `${staffId}@example.org` };
}

const send = (email: string, password: string, cookie = '') =>
	fetch(`${web.url}/sign-in`, {
		method: 'POST',
		headers: { origin: 'http://localhost', cookie },
		body: new URLSearchParams({ email, password }),
		redirect: 'manual',
	});
const secretSet = (response: Response) =>
	/^plumbline=([^;]*)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? null;
const home = async (cookie: string) => {
	const response = await fetch(`${web.url}/`, { headers: { cookie }, redirect: 'manual' });
	return response.headers.get('location');
};

test('a cookie that somebody else chose is never taken up: not before, and not after signing in with it', async () => {
	const { email } = account();
	const chosen = 'plumbline=chosen-by-the-attacker-chosen-by-the-attacker';
	expect(await home(chosen)).toBe('/sign-in');
	const response = await send(email, PASSWORD, chosen);
	const secret = secretSet(response)!;
	expect(response.status).toBe(302);
	expect(secret).not.toContain('chosen');
	expect(secret.length).toBeGreaterThanOrEqual(43);
	expect(await home(chosen)).toBe('/sign-in');
	expect(await home(`plumbline=${secret}`)).not.toBe('/sign-in');
});

test('signing in ends the sign-in whose cookie the browser had, whoever’s it was, and never uses a secret twice', async () => {
	const [attacker, { email }] = [account(), account()];
	const planted = cookieOf(context, attacker as unknown as Parameters<typeof cookieOf>[1]);
	expect(await home(planted)).not.toBe('/sign-in');
	const first = secretSet(await send(email, PASSWORD, planted))!;
	expect(await home(planted)).toBe('/sign-in');
	const second = secretSet(await send(email, PASSWORD, `plumbline=${first}`))!;
	expect(second).not.toBe(first);
	expect(await home(`plumbline=${first}`)).toBe('/sign-in');
	expect(await home(`plumbline=${second}`)).not.toBe('/sign-in');
});

test('what comes in an address or a form never stands for the cookie', async () => {
	const secret = secretSet(await send(account().email, PASSWORD))!;
	const response = await fetch(`${web.url}/today?plumbline=${secret}&cookie=plumbline%3D${secret}`, {
		redirect: 'manual',
	});
	expect(response.headers.get('location')).toBe('/sign-in');
});

test('of two cookies with our name the first counts, and one that only begins like it does not', () => {
	const read = (cookie: string) =>
		readSignInCookie(context.config, new Request('http://localhost', { headers: { cookie } }));
	expect(read('plumbline=one; plumbline=two')).toBe('one');
	expect(read('xplumbline=evil; plumbline-x=evil')).toBeNull();
	expect(read('plumbline=')).toBeNull();
});

test('a failed sign-in leaves the sign-in that there was, and sets nothing', async () => {
	const { email } = account();
	const own = `plumbline=${secretSet(await send(email, PASSWORD))!}`;
	const response = await send(email, 'wrong', own);
	expect(response.headers.get('location')).not.toBe('/sign-in');
	expect(response.headers.get('set-cookie')).toBeNull();
	expect(await home(own)).not.toBe('/sign-in');
});

test('the answer is the same to the byte for a wrong password, an unknown address and a closed account', async () => {
	const [known, closed] = [account().email, account('deactivated').email];
	const answers: string[] = [];
	for (const [email, password] of [
		[known, 'wrong'],
		['nobody@example.org', 'wrong'],
		[closed, 'wrong'],
		[closed, PASSWORD],
	] as const) {
		const response = await send(email, password);
		const headers = [...response.headers].filter(([name]) => name !== 'date');
		const html = (await response.text()).replaceAll(email, 'EMAIL');
		answers.push(JSON.stringify([response.status, headers, html.length, html]).replace(/"content-length","\d+"/, ''));
	}
	expect(new Set(answers).size).toBe(1);
	expect(answers[0]).toContain('is not right');
});

test('the answer to too many attempts is the same for an unknown address', async () => {
	const answers: string[] = [];
	for (const email of [account().email, 'nobody.either@example.org']) {
		for (let attempt = 0; attempt < 10; attempt += 1) await signIn(context, { email, password: 'wrong' });
		const response = await send(email, 'wrong');
		answers.push(`${response.status} ${(await response.text()).replaceAll(email, 'EMAIL')}`);
	}
	expect(answers[0]).toContain('Too many attempts');
	expect(answers[1]).toBe(answers[0]);
});

const median = (times: readonly number[]) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)]!;

test('an unknown address takes the same work as a known one: a whole password hash each', async () => {
	const known = Array.from({ length: 8 }, () => account().email);
	const work = async (email: string) => {
		const before = process.cpuUsage();
		const outcome = await signIn(context, { email, password: 'wrong' });
		expect(outcome.done).toBe(false);
		const { user, system } = process.cpuUsage(before);
		return user + system;
	};
	await work('warm.up@example.org');
	const times: { known: number[]; unknown: number[]; hash: number[] } = { known: [], unknown: [], hash: [] };
	for (const [round, email] of known.entries()) {
		times.known.push(await work(email));
		times.unknown.push(await work(`unknown${round}@example.org`));
		const before = process.cpuUsage();
		await context.credentials.hashPassword('anything');
		const { user, system } = process.cpuUsage(before);
		times.hash.push(user + system);
	}
	const [one, other, hash] = [median(times.known), median(times.unknown), median(times.hash)];
	// A check without the hash would be a hundredth of one: half of it cannot be reached without doing the work.
	expect(Math.min(one, other)).toBeGreaterThan(hash / 2);
	expect(Math.max(one, other) / Math.min(one, other)).toBeLessThan(1.8);
});

test('a link that was used, one that ended and one that never was are answered alike', async () => {
	const answers: string[] = [];
	for (const secret of ['never-was', 'x'.repeat(43), '../../sign-in']) {
		const response = await fetch(`${web.url}/invitations/${encodeURIComponent(secret)}`);
		answers.push(`${response.status} ${(await response.text()).replaceAll(encodeURIComponent(secret), 'SECRET')}`);
	}
	expect(answers[0]).toMatch(/^410/);
	expect(new Set(answers).size).toBe(1);
});
