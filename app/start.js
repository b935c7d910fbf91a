import { checkNode } from './check-node.js';

const isDemo = process.argv.includes('--demo');
checkNode(isDemo ? 'npm run demo' : 'npm start');

const { buildWhenStale } = await import('./build-when-stale.ts');
buildWhenStale();
const { startServer } = await import('./server.ts');
await startServer(isDemo ? 'demo' : 'production');
