import axios from 'axios';
import { NotifyClient } from 'notifications-node-client';
import { HELD_BACK } from '../mail/mailer.ts';
import type { NotifySettings } from './text-settings.ts';
import type { TextDelivery, Texter } from './texter.ts';

/** How long one text may take in all. Shorter than a message is leased, so that nobody else takes it up meanwhile. */
export const LONGEST_TEXTING_SECONDS = 60;
const LARGEST_ANSWER_BYTES = 100_000;
const LONGEST_REASON = 200;

/**
 * Sends by GOV.UK Notify. The words are ours: the template there is one placeholder, so that what was approved and previewed
 * is what leaves. It follows no redirect, because the number and the words would go along.
 */
export function createNotifyTexter(
	{ apiKey, url, templates }: Pick<NotifySettings, 'apiKey' | 'url' | 'templates'>,
	seconds = LONGEST_TEXTING_SECONDS,
): Texter {
	const client = new NotifyClient(url, apiKey);
	const limits = { maxRedirects: 0, maxContentLength: LARGEST_ANSWER_BYTES };
	const http = axios.create(limits);
	http.interceptors.request.use((asked) => ({ ...asked, signal: AbortSignal.timeout(seconds * 1000) }));
	client.setClient(http);
	return {
		send: async ({ reference, to, kind, text }, aboutToHandOver = () => true) => {
			if (!(await aboutToHandOver())) return HELD_BACK;
			try {
				const options = { personalisation: { message: text }, reference };
				const { data } = await client.sendSms(templates[kind], to, options);
				return { state: 'sent', ...asLeft(data) };
			} catch (fault) {
				return whatBecameOfIt(fault);
			}
		},
	};
}

type Answer = { readonly content?: { readonly body?: unknown } } | null | undefined;

function asLeft(data: unknown): { readonly asLeft?: string } {
	const body = (data as Answer)?.content?.body;
	return typeof body === 'string' ? { asLeft: body } : {};
}

/** The connection was never made, so that nothing was handed over. */
const NEVER_CONNECTED = [
	...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ERR_INVALID_URL'],
	...['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'ERR_TLS_CERT_ALTNAME_INVALID'],
	...['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'EPROTO'],
];

/** Something between us and Notify answered in its place: what Notify made of it nobody can tell. */
const ANSWERED_FOR = [502, 504];

/** An answer says that the text was not taken. Without one, it is open unless nothing can have been handed over. */
function whatBecameOfIt(fault: unknown): TextDelivery {
	if (!axios.isAxiosError<unknown>(fault)) throw fault;
	const { response, code = '' } = fault;
	if (!response) {
		const reason = code || 'no answer';
		return NEVER_CONNECTED.includes(code)
			? { state: 'failed', retry: true, reason }
			: { state: 'unknown', reason: `no answer (${reason})` };
	}
	const { error, message } = firstError(response.data);
	const reason = `${response.status} ${error} ${message}`.trim().slice(0, LONGEST_REASON);
	if (ANSWERED_FOR.includes(response.status)) return { state: 'unknown', reason };
	// All else can be put right: the key, a template, the limit of a day, a service that is down.
	const isOfTheNumber = response.status === 400 && error === 'ValidationError' && message.startsWith('phone_number');
	return { state: 'failed', retry: !isOfTheNumber, reason };
}

/** As Notify answers: `{ "errors": [{ "error": "ValidationError", "message": "phone_number Too many digits" }] }`. */
function firstError(data: unknown): { readonly error: string; readonly message: string } {
	const { errors } = (typeof data === 'object' && data !== null ? data : {}) as { readonly errors?: unknown };
	const [first] = Array.isArray(errors) ? (errors as readonly unknown[]) : [];
	const { error, message } = (typeof first === 'object' && first !== null ? first : {}) as Record<string, unknown>;
	const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
	return { error: textOf(error), message: textOf(message) };
}
