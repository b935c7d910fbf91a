import { checkNode } from './check-node.js';

checkNode('npm run plumbline -- …');

const { runCommand } = await import('./cli/run-command.ts');
process.exitCode = await runCommand(process.argv.slice(2));
