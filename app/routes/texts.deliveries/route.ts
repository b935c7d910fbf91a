import type { ActionFunctionArgs } from '@remix-run/node';
import { asId, type MessageId } from '#app/domain/shared/ids.ts';
import { notFound } from '#app/http/not-found.ts';
import { bringsToken } from '#app/http/texts/bearer.ts';
import { readReport } from '#app/http/texts/read-report.ts';
import { reportText } from '#app/use-cases/reminders/report-text.ts';

/** Nothing to see here: GOV.UK Notify sends its reports to this address. */
export function loader() {
	return notFound();
}

/** A report of what became of a text. The answer is the same whether we know the text or not. */
export async function action({ request, context }: ActionFunctionArgs) {
	const { texts } = context.config;
	const token = texts?.by === 'notify' ? texts.callbackToken : null;
	if (token === null) return notFound();
	if (!bringsToken(request, token)) return answer(401, { 'WWW-Authenticate': 'Bearer' });
	const report = await readReport(request);
	if (report === null) return answer(400);
	if (report.reference !== null) reportText(context, asId<MessageId>(report.reference), report.status);
	return answer(204);
}

function answer(status: number, headers: Readonly<Record<string, string>> = {}): Response {
	return new Response(null, { status, headers });
}
