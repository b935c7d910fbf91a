import { z } from 'zod';
import { TEXT_DELIVERY_STATES } from '#app/domain/reminders/texts/text-delivery.ts';
import { readJson } from './read-json.ts';

/** A report is a few hundred bytes long. */
const LARGEST_BYTES = 10_000;

const report = z.object({ reference: z.string().max(100).nullable(), status: z.enum(TEXT_DELIVERY_STATES) });

/** A report of delivery as GOV.UK Notify sends it (its documentation, callbacks); null for anything else. */
export function readTextReport(bytes: Uint8Array): z.infer<typeof report> | null {
	return bytes.byteLength > LARGEST_BYTES ? null : readJson(report, bytes);
}
