/** A process of its own that takes up the message whose turn it is, and is killed before anything of it is handed over. */
import { readConfig } from '#app/config.ts';
import { createContext } from '#app/context.ts';
import { CLOCK } from '#app/domain/access/actor.ts';
import { takeDueMessage } from '#app/use-cases/reminders/take-message.ts';

const context = createContext(readConfig(process.env, 'test'));
if (takeDueMessage(context, CLOCK) === null) throw new Error('no message was due');
process.kill(process.pid, 'SIGKILL');
