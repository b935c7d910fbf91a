import { z } from 'zod';
import { TEXT_DELIVERY_STATES } from '#app/domain/reminders/texts/text-delivery.ts';

/** A report is a few hundred bytes long. */
const LARGEST_BYTES = 10_000;

const report = z.object({ reference: z.string().max(100).nullable(), status: z.enum(TEXT_DELIVERY_STATES) });

/** A report of delivery as GOV.UK Notify sends it (its documentation, callbacks); null for anything else. */
export async function readReport(request: Request): Promise<z.infer<typeof report> | null> {
	const text = await request.text();
	if (text.length > LARGEST_BYTES) return null;
	try {
		return report.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		// What is no JSON is no report.
		return null;
	}
}
