import type { Mailer } from '../mail/mailer.ts';
import { createGatewayTexter } from './gateway-texter.ts';
import { createNotifyTexter } from './notify-texter.ts';
import type { TextSettings } from './text-settings.ts';
import type { Texter } from './texter.ts';

type Sending = {
	readonly texts: TextSettings | null;
	readonly mailFrom: { readonly address: string };
};

/** What sends texts; null where nothing does, and people are rung instead. */
export function createTexter({ texts, mailFrom }: Sending, mailer: Mailer): Texter | null {
	if (texts === null) return null;
	if (texts.by === 'notify') return createNotifyTexter(texts);
	return createGatewayTexter(texts, mailer, mailFrom.address.split('@')[1]!);
}
