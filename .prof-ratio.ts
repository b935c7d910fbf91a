import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadPages } from './tests/bench/load.ts';
const flags = process.argv.slice(2);
const folder = mkdtempSync('.bench-');
const start = (kind: string) => new Promise<any>((r) => { const s = fork('tests/bench/serve.ts', [kind, folder], { env: { ...process.env, NODE_ENV: 'production' }, execArgv: flags, stdio: ['ignore','ignore','inherit','ipc'] }); s.once('message', (t: any) => r({ ...t, s })); });
const a = await start('product'), b = await start('empty');
const path = `/sessions/${a.registers[12].sessionId}/register`;
const rs: number[] = [], as: number[] = [], bs: number[] = [];
await loadPages(a, path, 4); await loadPages(b, '/', 4);
for (let i = 0; i < 6; i++) { const x = await loadPages(a, path, 1.5), y = await loadPages(b, '/', 1.5); rs.push(x / y); as.push(x); bs.push(y); }
const med = (v: number[]) => v.toSorted((p, q) => p - q)[3]!;
console.log(flags.join(' '), 'page', med(as).toFixed(0), 'empty', med(bs).toFixed(0), 'ratio', med(rs).toFixed(3), rs.map((r) => r.toFixed(3)).join(' '));
a.s.kill(); b.s.kill(); rmSync(folder, { recursive: true, force: true });
