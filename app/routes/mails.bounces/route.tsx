import type { ActionFunctionArgs } from '@remix-run/node';
import { LARGEST_BOUNCE_BYTES, readBounce } from '#app/delivery/mail/read-bounce.ts';
import { readBounceJson } from '#app/http/messages/bounce-report.ts';
import { notFound } from '#app/http/not-found.ts';
import { bringsToken } from '#app/http/texts/bearer.ts';
import { takeBounce } from '#app/use-cases/contacts/take-bounce.ts';

/** Nothing to see here: a mail server sends its reports to this address. */
export function loader() {
	return notFound();
}

/** A report that a mail came back. The answer is the same whether it is one, of a mail of ours, known already, or none. */
export async function action({ request, context }: ActionFunctionArgs) {
	const { bounceToken } = context.config;
	if (bounceToken === null) return notFound();
	if (!bringsToken(request, bounceToken)) return answer(401, { 'WWW-Authenticate': 'Bearer' });
	const bytes = new Uint8Array(await request.arrayBuffer());
	if (bytes.byteLength > LARGEST_BOUNCE_BYTES) return answer(413);
	const isJson = request.headers.get('content-type')?.startsWith('application/json');
	const report = isJson ? readBounceJson(bytes) : await readBounce(bytes);
	if (report) takeBounce(context, report);
	return answer(204);
}

function answer(status: number, headers: Readonly<Record<string, string>> = {}): Response {
	return new Response(null, { status, headers });
}
