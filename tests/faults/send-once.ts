/** A process of its own that plans and sends what is due once, as the clock does, and prints what became of it. */
import { readConfig } from '#app/config.ts';
import { createContext } from '#app/context.ts';
import { planAndSend } from '#app/jobs/plan-and-send.ts';

const context = createContext(readConfig(process.env, 'test'));
console.error('BEGUN');
console.log(JSON.stringify(await planAndSend(context)));
context.mailer.close();
context.db.$client.close();
