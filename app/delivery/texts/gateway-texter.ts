import type { Mailer } from '../mail/mailer.ts';
import type { GatewaySettings } from './text-settings.ts';
import type { Texter } from './texter.ts';

/**
 * Sends texts as mails to a gateway, each to the number’s own address there: it goes out by the same mail server, and
 * means the same. The mail has no subject, because many gateways put that into the text.
 */
export function createGatewayTexter({ address }: GatewaySettings, mailer: Mailer, domain: string): Texter {
	return {
		send: ({ reference, to, text }, aboutToHandOver) => {
			const mail = { messageId: `${reference}@${domain}`, subject: '', text };
			return mailer.send({ ...mail, to: address.replace('{number}', to.replace('+', '')) }, aboutToHandOver);
		},
	};
}
