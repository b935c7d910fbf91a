import type { ActionFunctionArgs } from '@remix-run/node';
import { asId, type MessageId } from '#app/domain/shared/ids.ts';
import { notFound } from '#app/http/not-found.ts';
import { answerReport, refuseReport } from '#app/http/reports/answers.ts';
import { readTextReport } from '#app/http/reports/text-report.ts';
import { disbelieveReport } from '#app/use-cases/contacts/disbelieve-report.ts';
import { reportText } from '#app/use-cases/reminders/report-text.ts';

/** Nothing to see here: GOV.UK Notify sends its reports to this address. */
export function loader() {
	return notFound();
}

/** A report of what became of a text. The answer is the same whether we know the text or not. */
export async function action({ request, context }: ActionFunctionArgs) {
	const { texts } = context.config;
	const token = texts?.by === 'notify' ? texts.callbackToken : null;
	const refusal = refuseReport(request, token, () => disbelieveReport(context, 'text-reported', context.address));
	if (refusal) return refusal;
	const report = readTextReport(new Uint8Array(await request.arrayBuffer()));
	if (report === null) return answerReport(400);
	if (report.reference !== null) reportText(context, asId<MessageId>(report.reference), report.status);
	return answerReport(204);
}
