import { mkdtempSync } from 'node:fs';
import { sendingLoads, planningRows } from '/tmp/wt/bounces/tests/bench/sending.ts';
const folder = mkdtempSync('/tmp/wt/bounces/.bench-');
for (const kind of ['real','instant'] as const) {
const { loads, end } = await sendingLoads(folder, kind);
for (let r=0;r<4;r++){const f=[];for (const l of loads) f.push((await l()).toFixed(0));console.log(kind, f.join(' · '));}
end(); }
if (process.argv[2]==='plan') console.log(planningRows());
