import type { ActionFunctionArgs } from '@remix-run/node';
import { LARGEST_BOUNCE_BYTES, readBounce } from '#app/delivery/mail/read-bounce.ts';
import { notFound } from '#app/http/not-found.ts';
import { answerReport, refuseReport } from '#app/http/reports/answers.ts';
import { readBounceJson } from '#app/http/reports/bounce-report.ts';
import { disbelieveReport } from '#app/use-cases/contacts/disbelieve-report.ts';
import { takeBounce } from '#app/use-cases/contacts/take-bounce.ts';

/** Nothing to see here: a mail server sends its reports to this address. */
export function loader() {
	return notFound();
}

/** A report that a mail came back. The answer is the same whether it is one, of a mail of ours, known already, or none. */
export async function action({ request, context }: ActionFunctionArgs) {
	const refusal = refuseReport(request, context.config.bounceToken, () =>
		disbelieveReport(context, 'mail-came-back', context.address),
	);
	if (refusal) return refusal;
	const bytes = new Uint8Array(await request.arrayBuffer());
	if (bytes.byteLength > LARGEST_BOUNCE_BYTES) return answerReport(413);
	const isJson = request.headers.get('content-type')?.startsWith('application/json');
	const report = isJson ? readBounceJson(bytes) : await readBounce(bytes);
	if (report) takeBounce(context, report);
	return answerReport(204);
}
