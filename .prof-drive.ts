import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadPages } from './tests/bench/load.ts';
const kind = process.argv[2] ?? 'product';
const folder = mkdtempSync('.bench-');
const s = fork('tests/bench/serve.ts', [kind, folder], { env: { ...process.env, NODE_ENV: 'production' }, execArgv: ['--cpu-prof', '--cpu-prof-dir=/tmp/prof', '--cpu-prof-interval=200'], stdio: ['ignore','ignore','inherit','ipc'] });
s.once('message', async (t: any) => {
  const path = kind === 'product' ? `/sessions/${t.registers[12].sessionId}/register` : '/';
  console.log('warm', await loadPages(t, path, 3));
  console.log('run', await loadPages(t, path, 6));
  s.kill('SIGINT'); setTimeout(() => { rmSync(folder, { recursive: true, force: true }); process.exit(0); }, 3000);
});
