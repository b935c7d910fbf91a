import { z } from 'zod';
import type { BounceReport } from '#app/domain/reminders/bounces.ts';
import { readJson } from './read-json.ts';

const report = z
	.object({ messageId: z.string().max(200), recipient: z.string().max(320), status: z.string().max(20) })
	.transform(
		({ messageId, recipient, status }): BounceReport => ({
			messageId: messageId.replace(/^<|>$/g, ''),
			recipients: [recipient],
			action: 'failed',
			status,
		}),
	);

/** A report that a mail came back, as the short JSON of docs/how-to/bounces.md; null for anything else. */
export function readBounceJson(bytes: Uint8Array): BounceReport | null {
	return readJson(report, bytes);
}
