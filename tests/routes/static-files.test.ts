import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staticFiles } from '#app/http/pages/static-files.ts';

let folder: string;
let server: Server;
let url: string;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'plumbline-files-'));
	mkdirSync(join(folder, 'deeper'));
	writeFileSync(join(folder, 'one.css'), 'body {}');
	writeFileSync(join(folder, 'deeper', 'a name.txt'), 'text');
	const app = express();
	app.use('/files', staticFiles(folder, { maxAge: '1h' }));
	app.use(staticFiles(join(folder, 'nowhere'), { maxAge: '1h' }));
	app.use((_request, response) => response.status(404).send('a page'));
	server = createServer(app);
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.close();
	rmSync(folder, { recursive: true, force: true });
});

const get = async (path: string) => {
	const answer = await fetch(url + path);
	return `${answer.status} ${await answer.text()}`;
};

test('a file that was there at the start is served, below folders and with any name too', async () => {
	expect(await get('/files/one.css')).toBe('200 body {}');
	expect(await get('/files/one.css?v=2')).toBe('200 body {}');
	expect(await get('/files/deeper/a%20name.txt')).toBe('200 text');
});

test('everything else goes on to the pages: other names, folders, ways out, files that came later', async () => {
	writeFileSync(join(folder, 'late.txt'), 'late');
	for (const path of ['/one.css', '/files', '/files/deeper', '/files/deeper/', '/files/late.txt', '/files/%2e%2e/x']) {
		expect(await get(path)).toBe('404 a page');
	}
});
