import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { isPrivatePage } from './private-pages.ts';

const A_YEAR_IN_SECONDS = 31_536_000;

/** What a page of ours never needs, so that nothing that gets into one can ask for it. */
const NEVER = [
	'accelerometer',
	'autoplay',
	'bluetooth',
	'browsing-topics',
	'camera',
	'display-capture',
	'encrypted-media',
	'fullscreen',
	'gamepad',
	'geolocation',
	'gyroscope',
	'hid',
	'idle-detection',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'picture-in-picture',
	'publickey-credentials-get',
	'screen-wake-lock',
	'serial',
	'usb',
	'xr-spatial-tracking',
];
const PERMISSIONS = NEVER.map((feature) => `${feature}=()`).join(', ');

/**
 * The headers of every answer: only our own scripts and styles, in nobody's frame, no guessing of types, nothing of us for
 * other sites, https from the first visit on. A page whose address carries a secret sends no referrer, not even to us.
 */
export function securityHeaders(publicUrl: string, isDevelopment: boolean): RequestHandler {
	const headers = helmet({
		contentSecurityPolicy: { useDefaults: false, directives: directivesFor(isDevelopment) },
		crossOriginOpenerPolicy: { policy: 'same-origin' },
		crossOriginResourcePolicy: { policy: 'same-origin' },
		// no-referrer would make Chromium send “Origin: null” with our own forms, which the origin check refuses.
		referrerPolicy: { policy: 'same-origin' },
		strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: A_YEAR_IN_SECONDS } : false,
		xFrameOptions: { action: 'deny' },
	});
	return (request, response, next) =>
		headers(request, response, (fault) => {
			response.setHeader('Permissions-Policy', PERMISSIONS);
			if (isPrivatePage(request.path)) response.setHeader('Referrer-Policy', 'no-referrer');
			next(fault);
		});
}

function directivesFor(isDevelopment: boolean) {
	return {
		defaultSrc: ["'self'"],
		baseUri: ["'none'"],
		frameAncestors: ["'none'"],
		frameSrc: ["'none'"],
		formAction: ["'self'"],
		objectSrc: ["'none'"],
		imgSrc: ["'self'", 'data:'],
		scriptSrc: ["'self'"],
		styleSrc: isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'"],
		connectSrc: isDevelopment ? ["'self'", 'ws:'] : ["'self'"],
	};
}

/**
 * No browser and no proxy keeps an answer that does not itself say how it may be kept, as assets and calendar feeds do: so
 * redirects, refusals and faults are kept by nobody either.
 */
export const keptByNobody: RequestHandler = (_request, response, next) => {
	const writeHead = response.writeHead;
	response.writeHead = function writeHeadWithCaching(this: typeof response, ...head: unknown[]) {
		if (!response.headersSent && !response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
		return (writeHead as (...all: unknown[]) => typeof response).apply(this, head);
	} as typeof response.writeHead;
	next();
};
