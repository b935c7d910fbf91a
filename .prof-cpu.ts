import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
const cpu=(t:any)=>{const f=readFileSync(`/proc/${t.s.pid}/stat`,'utf8').split(') ')[1]!.split(' ');return (Number(f[11])+Number(f[12]))*10;};
const cost=async(t:any,p:string)=>{const c=cpu(t);const st=performance.now();const x=await loadPages(t,p,1.5);const n=x*(performance.now()-st)/1000;return (cpu(t)-c)/n;};
import { loadPages } from './tests/bench/load.ts';
const flags = process.argv.slice(2);
const folder = mkdtempSync('.bench-');
const start = (kind: string) => new Promise<any>((r) => { const s = fork('tests/bench/serve.ts', [kind, folder], { env: { ...process.env, NODE_ENV: 'production' }, execArgv: flags, stdio: ['ignore','ignore','inherit','ipc'] }); s.once('message', (t: any) => r({ ...t, s })); });
const a = await start('product'), b = await start('empty');
const path = `/sessions/${a.registers[12].sessionId}/register`;
const rs: number[] = [], as: number[] = [], bs: number[] = [];
await loadPages(a, path, 4); await loadPages(b, '/', 4);
for (let i = 0; i < 6; i++) { const x = await cost(a, path), y = await cost(b, '/'); rs.push(y / x); as.push(x); bs.push(y); }
const med = (v: number[]) => v.toSorted((p, q) => p - q)[3]!;
console.log(flags.join(' '), 'page', med(as).toFixed(3), 'empty', med(bs).toFixed(3), 'ratio', med(rs).toFixed(3), rs.map((r) => r.toFixed(3)).join(' '));
a.s.kill(); b.s.kill(); rmSync(folder, { recursive: true, force: true });
