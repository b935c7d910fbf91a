import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MESSAGE_KINDS } from '#app/domain/reminders/message-kinds.ts';

const SERVICE_ID = '26785a09-ab16-4eb0-8407-a37497a57506';
const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0';
/** As Notify shows a key: its name, the service and the secret. */
export const NOTIFY_KEY = `plumbline-${SERVICE_ID}-${SECRET}`;
/** The template of each kind, as the setting names them. */
export const NOTIFY_TEMPLATES = MESSAGE_KINDS.map(
	(kind, index) => `${kind}:00000000-0000-4000-8000-00000000000${index}`,
).join(', ');

export type Behaviour = {
	readonly status?: number;
	/** The error as Notify names it, or nothing that it would say. */
	readonly error?: readonly [string, string];
	readonly body?: string;
	readonly location?: string;
	/** Reads the whole text and then breaks the connection, or never answers. */
	readonly after?: 'drop' | 'silence';
};

export type TextAsked = {
	readonly path: string;
	readonly phone_number: string;
	readonly template_id: string;
	readonly reference: string;
	readonly personalisation: Readonly<Record<string, string>>;
};

/** A stand-in for GOV.UK Notify on a free port of this machine: it checks the token as Notify documents it. */
export async function startNotifyServer() {
	let behaviour: Behaviour = {};
	const asked: TextAsked[] = [];
	const server = createServer(async (request, response) => {
		const text = await textOf(request);
		if (!isOurs(request.headers.authorization ?? '')) {
			return answer(response, 403, { errors: [{ error: 'AuthError', message: 'Invalid token: API key not found' }] });
		}
		const sent = { path: request.url!, ...(JSON.parse(text) as Omit<TextAsked, 'path'>) };
		asked.push(sent);
		const { status = 201, error, body, location, after } = behaviour;
		if (after === 'drop') return request.socket.destroy();
		if (after === 'silence') return;
		if (location) response.setHeader('Location', location);
		if (body !== undefined) return response.writeHead(status).end(body);
		if (error)
			return answer(response, status, { errors: [{ error: error[0], message: error[1] }], status_code: status });
		const content = { body: sent.personalisation.message, from_number: 'TEAM' };
		return answer(response, status, { id: `notify-${asked.length}`, reference: sent.reference, content });
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		/** Every text that was asked for by a token that holds, in order. */
		asked,
		behave: (next: Behaviour) => {
			behaviour = next;
		},
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

export type NotifyServer = Awaited<ReturnType<typeof startNotifyServer>>;

/** A JSON web token of the service, signed with its secret and not older than 30 seconds. */
function isOurs(authorization: string): boolean {
	const [head = '', payload = '', signature = ''] = authorization.replace(/^Bearer /, '').split('.');
	const right = createHmac('sha256', SECRET).update(`${head}.${payload}`).digest('base64url');
	if (signature !== right) return false;
	const { iss, iat } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { iss: string; iat: number };
	return iss === SERVICE_ID && Math.abs(Date.now() / 1000 - iat) <= 30;
}

async function textOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
}

function answer(response: ServerResponse, status: number, body: unknown): void {
	response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
