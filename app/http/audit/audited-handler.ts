import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import pino from 'pino';
import { recordView } from '#app/use-cases/audit/record-view.ts';
import { flushed } from '#db/flushed.ts';
import { plainPage } from '../pages/plain-page.ts';
import type { RequestContext } from '../request-context.ts';
import { viewOf } from './view-of.ts';

const log = pino({ name: 'plumbline' });

export type PageHandler = (request: Request, context: RequestContext) => Promise<Response>;

/**
 * Remix, with an audit entry for every page that somebody who is signed in gets or is refused. Every answer is held back
 * until that entry, and all else that was written for it, is on the disk; when it cannot be, the answer is an apology.
 */
export function auditedHandler(build: ServerBuild, mode?: string): PageHandler {
	const handle = createRequestHandler(build, mode);
	return async (request, context) => {
		const response = await handle(request, context);
		const view = viewOf(context, response.status);
		try {
			if (view) await recordView(context, view);
			await flushed(context.db);
			return response;
		} catch (fault) {
			log.error(
				{ fault: fault instanceof Error ? fault.stack : String(fault) },
				'an answer was not kept and did not leave',
			);
			await response.body?.cancel();
			return apology();
		}
	};
}

function apology(): Response {
	const page = plainPage(
		'Sorry, something went wrong',
		'Nothing was shown, and what you sent may not be saved. Try again in a few minutes.',
	);
	const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
	return new Response(page, { status: 500, headers });
}
