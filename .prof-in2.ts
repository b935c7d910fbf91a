import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createServer, request, Agent } from 'node:http';
import express from 'express';
import { createApp } from '#app/http/create-app.ts';
import { auditedHandler } from '#app/http/audit/audited-handler.ts';
import { notedBuild } from '#app/http/audit/noted-build.ts';
import { buildByAddress } from '#app/http/pages/build-by-address.ts';
import { requestContext } from '#app/http/request-context.ts';
import { keepingTyped } from '#app/http/sign-in/keep-typed.ts';
import { flushingLater } from '#db/flushed.ts';
import { benchWorld } from './tests/bench/world.ts';
const folder = mkdtempSync('.bench-');
const world = benchWorld(join(folder, 'x.db'), 16);
const { context, cookie, registers } = world;
const build = await import(new URL('./build/server/index.js', import.meta.url).href), ebuild = await import(new URL('./.bench-empty/server/index.js', import.meta.url).href);
const listen = (s: any) => new Promise<number>((r) => s.listen(0, '127.0.0.1', () => r(s.address().port)));
const pp = await listen(createServer(createApp({ context, build }))), ep = await listen(createServer(createApp({ context, build: ebuild })));
const app = express(); const big = Buffer.alloc(50000, 'a'); app.get('/big', (_q, r) => { r.type('html'); r.write(big); r.end(); }); app.get('/small', (_q, r) => { r.type('html'); r.write('abc'); r.end(); });
const bp = await listen(createServer(app));
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const once = (port: number, path: string) => new Promise<number>((ok) => request({ agent, host: '127.0.0.1', port, path, headers: { host: 'localhost', cookie } }, (r) => { r.resume(); r.on('end', () => ok(1)); }).end());
const path = `/sessions/${registers[12]!.sessionId}/register`;
const handle = auditedHandler(buildByAddress(notedBuild(keepingTyped(build)))(path), 'production');
const later = { ...context, db: flushingLater(context.db) };
const hand = (c: any) => async () => { const r = await handle(new Request(`http://localhost${path}`, { headers: { cookie } }), requestContext(c, null)); await r.arrayBuffer(); };
const ehandle = auditedHandler(ebuild, 'production');
const ehand = async () => { const r = await ehandle(new Request(`http://localhost/`, { headers: { cookie } }), requestContext(later as any, null)); await r.arrayBuffer(); };
const tests: Record<string, () => Promise<unknown>> = { 'page by socket': () => once(pp, path), 'empty by socket': () => once(ep, '/'), 'big': () => once(bp, '/big'), 'small': () => once(bp, '/small'), 'page handler flush later': hand(later), 'page handler full': hand(context), 'empty handler': ehand };
const mins: Record<string, number[][]> = {};
for (let i = 0; i < 50; i++) for (const [k, f] of Object.entries(tests)) {
  const c = process.cpuUsage(), s = performance.now(); const N = 40; for (let j = 0; j < N; j++) await f();
  const d = process.cpuUsage(c); (mins[k] ??= []).push([d.user / N, d.system / N, (performance.now() - s) / N * 1000]);
}
for (const [k, v] of Object.entries(mins)) { const l = (n: number) => v.slice(15).map((x) => x[n]!).toSorted((a, b) => a - b)[8]!.toFixed(0); console.log(k.padEnd(28), 'user', l(0), 'sys', l(1), 'wall', l(2)); }
rmSync(folder, { recursive: true, force: true }); process.exit(0);
