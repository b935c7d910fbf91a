import type { RequestHandler, Response } from 'express';
import { plainPage } from '../plain-page.ts';

const MEGABYTE = 1024 * 1024;
/** The largest file that may be brought in, and the largest form; both whole requests in bytes. */
export const UPLOAD_LIMIT = 10 * MEGABYTE;
export const FORM_LIMIT = MEGABYTE;

/** Refuses a body over the limit of its address with 413, by its announced length or as soon as it grows past it. */
export function bodyLimit(isUpload: (path: string) => boolean): RequestHandler {
	return (request, response, next) => {
		const limit = isUpload(request.path) ? UPLOAD_LIMIT : FORM_LIMIT;
		if (Number(request.headers['content-length'] ?? 0) > limit) {
			refuse(response, limit);
			return;
		}
		let received = 0;
		request.on('data', (chunk: Buffer) => {
			received += chunk.length;
			if (received <= limit || response.headersSent) return;
			response.once('finish', () => request.destroy());
			refuse(response, limit);
		});
		request.pause();
		next();
	};
}

function refuse(response: Response, limit: number): void {
	const megabytes = limit / MEGABYTE;
	response
		.status(413)
		.set('Connection', 'close')
		.type('html')
		.send(
			plainPage(
				'That is too large',
				`Send at most ${megabytes} MB at a time. Nothing was saved. Go back with your browser: what you typed is still there.`,
			),
		);
}
