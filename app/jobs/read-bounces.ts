import type { AppContext } from '#app/context.ts';
import { readBounceMailbox } from '#app/delivery/mail/bounce-mailbox.ts';
import { takeBounce } from '#app/use-cases/contacts/take-bounce.ts';

/** Takes what came back from the mailbox that is set up for it; nothing where none is. */
export async function readBounces(context: AppContext): Promise<{ readonly read: number; readonly reports: number }> {
	const { bounceMailbox } = context.config;
	if (bounceMailbox === null) return { read: 0, reports: 0 };
	return readBounceMailbox(bounceMailbox, (report) => takeBounce(context, report));
}
