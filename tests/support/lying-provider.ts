import { createSign, generateKeyPairSync } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { SingleSignOnSettings } from '#app/sign-in/single-sign-on.ts';
import { close, listen } from './identity-provider.ts';

export type Claims = Readonly<Record<string, unknown>>;

/** A provider that signs whatever claims it is told to: what no real one would say, and an attacker would like to. */
export async function startLyingProvider() {
	const { server, issuer } = await listen();
	const [own, other] = [newKey(), newKey()];
	let lie: (honest: Claims) => Claims = (honest) => honest;
	let key = own;
	let nonce = '';
	server.on('request', async (request, response) => {
		const { pathname } = new URL(request.url ?? '/', issuer);
		response.setHeader('content-type', 'application/json');
		if (pathname === '/token') await bodyOf(request);
		if (pathname === '/.well-known/openid-configuration') response.end(JSON.stringify(description(issuer)));
		else if (pathname === '/keys') response.end(JSON.stringify({ keys: [own.publicJwk] }));
		else response.end(JSON.stringify(tokens(sign(lie(honestClaims(issuer, nonce)), key.privateKey))));
	});
	const settings: SingleSignOnSettings = {
		issuer,
		clientId: 'plumbline',
		clientSecret: 'a secret of the tests',
		label: 'another account',
		mfaTrusted: false,
	};
	return {
		settings,
		/** What it says from now on, for a browser that left with this address. */
		says: (leftFor: string, change: (honest: Claims) => Claims = (honest) => honest) => {
			nonce = new URL(leftFor).searchParams.get('nonce') ?? '';
			lie = change;
			key = own;
		},
		signsWithAnotherKey: () => {
			key = other;
		},
		close: () => close(server),
	};
}

function newKey() {
	const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	return { privateKey, publicJwk: { ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' } };
}

const description = (issuer: string) => ({
	issuer,
	authorization_endpoint: `${issuer}/authorize`,
	token_endpoint: `${issuer}/token`,
	jwks_uri: `${issuer}/keys`,
	response_types_supported: ['code'],
	subject_types_supported: ['public'],
	id_token_signing_alg_values_supported: ['RS256'],
});

function honestClaims(iss: string, nonce: string): Claims {
	const now = Math.floor(Date.now() / 1000);
	return { iss, sub: 'sam', aud: 'plumbline', iat: now, exp: now + 300, nonce };
}

function sign(claims: Claims, key: ReturnType<typeof newKey>['privateKey']): string {
	const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
	const text = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`;
	return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
}

const tokens = (idToken: string) => ({ access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: idToken });

async function bodyOf(request: IncomingMessage): Promise<void> {
	for await (const _ of request);
}
