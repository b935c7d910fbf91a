import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { afterFailedProbe, TEST_MAILS_ALLOWED, waitsUntil } from '#app/domain/access/probing.ts';
import { type RenderedMessage, renderSample } from '#app/domain/reminders/render-message.ts';
import type { Id } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findAttempts } from '#db/queries/sign-in/attempts.ts';
import { findOwnAccount } from '#db/queries/staff.ts';
import { saveAttempts } from '#db/stores/staff.ts';
import { audited } from '../../audit/audited.ts';
import { messageSender } from '../message-sender.ts';
import { reviewWording } from './review-wordings.ts';

type Tested = { readonly wordingId: string; readonly which: 'shipped' | 'in-use' };
type Refusal = 'not-found' | 'too-many-tests' | 'not-sent';

const MARK = 'This is a test that you asked for in Plumbline. Below is what a participant would get.';

/**
 * Sends the words with their samples to whoever asks, by the mailer by which messages leave: to the address of their own
 * account and no other, marked as a test. It is counted and kept in the audit trail before it leaves, and is never tried
 * again. Refused for who may not approve words, after ten within an hour, and with what the mail server said (`reason`).
 */
export async function testWording(
	context: AppContext,
	actor: StaffActor,
	tested: Tested,
): Promise<Outcome<undefined, Refusal>> {
	const prepared = prepareTest(context, actor, tested);
	if (!prepared.done) return prepared;
	const { to, subject, body } = prepared.value;
	const messageId = `${context.ids.next<Id<'test-mail'>>()}@${context.config.mailFrom.address.split('@')[1]}`;
	const mail = { messageId, to, subject: `Test: ${subject}`, text: `${MARK}\n\n${body}` };
	const delivery = await context.mailer.send(mail);
	return delivery.state === 'sent' ? done() : refused('not-sent', { reason: delivery.reason });
}

type Prepared = RenderedMessage & { readonly to: string };

function prepareTest(
	context: AppContext,
	actor: StaffActor,
	{ wordingId, which }: Tested,
): Outcome<Prepared, 'not-found' | 'too-many-tests'> {
	const { clock, config, credentials } = context;
	return audited(context, { actor, action: 'wording-tested' }, (tx, tell) => {
		const found = reviewWording(context, tx, actor, wordingId);
		const words = which === 'shipped' ? found?.shipped : found?.inUse;
		if (!words) return refused('not-found');
		tell({ details: { wording: wordingId } });
		const key = credentials.hashSecret(`test-mails ${actor.staffId}`);
		const [counted, now] = [findAttempts(tx, key), clock.now()];
		const until = waitsUntil(counted, now, TEST_MAILS_ALLOWED);
		if (until !== null) return refused('too-many-tests', { until });
		saveAttempts(tx, { key, ...afterFailedProbe(counted, now, TEST_MAILS_ALLOWED) });
		const { email: to } = findOwnAccount(tx, actor.staffId);
		return done({ to, ...renderSample(words, messageSender({ config })) });
	});
}
