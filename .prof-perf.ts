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

import { execFileSync, spawn } from 'node:child_process';
for (const [t,p,k] of [[a,path,'page'],[b,'/','empty'],[a,path,'page'],[b,'/','empty']] as any) {
 const perf = spawn('perf',['stat','-x,','-e','instructions:u,instructions:k,cycles:u,cycles:k,task-clock,context-switches,page-faults,cache-misses,L1-icache-load-misses,branch-misses','-p',String(t.s.pid),'--','sleep','3'],{stdio:['ignore','ignore','pipe']});
 let out=''; perf.stderr.on('data',(d)=>out+=d);
 const end=new Promise(r=>perf.on('exit',r));
 const st=performance.now();
 const x=await loadPages(t,p,3.0); await end;
 const n=x*3;
 console.log(k, x.toFixed(0), out.trim().split('\n').map(l=>{const f=l.split(',');return f[2]+'='+(Number(f[0])/n).toFixed(0);}).join(' '));
}
a.s.kill(); b.s.kill(); rmSync(folder, { recursive: true, force: true });
