import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createServer, request, Agent } from 'node:http';
import { createApp } from '#app/http/create-app.ts';
import { benchWorld } from './tests/bench/world.ts';
const folder = mkdtempSync('.bench-');
const world = benchWorld(join(folder, 'x.db'), 16);
const { context, cookie, registers } = world;
const mk = async (p: string) => createServer(createApp({ context, build: await import(new URL(p, import.meta.url).href) }));
const listen = (s: any) => new Promise<number>((r) => s.listen(0, '127.0.0.1', () => r(s.address().port)));
const pp = await listen(await mk('./build/server/index.js')), ep = await listen(await mk('./.bench-empty/server/index.js'));
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const once = (port: number, path: string) => new Promise<number>((ok) => request({ agent, host: '127.0.0.1', port, path, headers: { host: 'localhost', cookie } }, (r) => { let n = 0; r.on('data', (d) => n += d.length); r.on('end', () => ok(n)); }).end());
const path = `/sessions/${registers[12]!.sessionId}/register`;
const mins: Record<string, number[]> = { page: [], empty: [] };
for (let i = 0; i < 60; i++) for (const [k, port, p] of [['page', pp, path], ['empty', ep, '/']] as const) {
  const c = process.cpuUsage(); const N = 40; for (let j = 0; j < N; j++) await once(port, p);
  const d = process.cpuUsage(c); mins[k]!.push((d.user + d.system) / N);
}
const low = (v: number[]) => v.slice(20).toSorted((a, b) => a - b)[6]!;
console.log('cpu us per request incl. client: page', low(mins.page!).toFixed(0), 'empty', low(mins.empty!).toFixed(0), 'diff', (low(mins.page!) - low(mins.empty!)).toFixed(0), 'bytes', await once(pp, path));
process.chdir('/work/main'); rmSync(folder, { recursive: true, force: true }); process.exit(0);
