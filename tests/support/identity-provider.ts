import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { createSingleSignOn, type SingleSignOnSettings } from '#app/sign-in/single-sign-on.ts';
import type { TestContext } from './context.ts';

/** An OpenID Connect provider of one’s own, on a free port of this machine. */
export type IdentityProvider = {
	readonly settings: SingleSignOnSettings;
	/** Who signs in at the provider from now on, and how it says that they did. */
	whoComes(subject: string, amr?: readonly string[]): void;
	/** Follows the provider’s own pages from this address to where it sends the browser back. */
	passThrough(url: string): Promise<string>;
	close(): Promise<void>;
};

export const CALLBACK = 'http://localhost/sign-in/single-sign-on/callback';
const CLIENT = { clientId: 'plumbline', clientSecret: 'a secret of the tests' };

/** A real one, of another make than the client that talks to it. */
export async function startProvider(): Promise<IdentityProvider> {
	const { server, issuer } = await listen();
	let who: { subject: string; amr: readonly string[] } = { subject: 'nobody', amr: ['pwd'] };
	const provider = new Provider(issuer, {
		clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [CALLBACK] }],
		claims: { openid: ['sub', 'amr'] },
		features: { devInteractions: { enabled: false } },
		cookies: { keys: ['a key of the tests'] },
		ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
		pkce: { required: () => true },
		interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
		findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
		// Everybody has agreed to be known here, as in an organisation's own directory.
		loadExistingGrant: async ({ oidc }) => {
			const grant = new oidc.provider.Grant({ clientId: CLIENT.clientId, accountId: oidc.session!.accountId! });
			grant.addOIDCScope('openid');
			await grant.save();
			return grant;
		},
	});
	const answer = provider.callback();
	server.on('request', (request, response) => {
		if (!request.url?.startsWith('/interaction/')) return answer(request, response);
		const login = { accountId: who.subject, amr: [...who.amr] };
		void provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
	});
	return {
		settings: { issuer, ...CLIENT, label: 'your council account', mfaTrusted: false },
		whoComes: (subject, amr = ['pwd']) => {
			who = { subject, amr };
		},
		passThrough: (url) => followTo(CALLBACK, url),
		close: () => close(server),
	};
}

/** The test’s own app with this provider as its single sign-on. */
export function withProvider(
	context: TestContext,
	{ settings }: Pick<IdentityProvider, 'settings'>,
	change: Partial<SingleSignOnSettings> = {},
): TestContext {
	const singleSignOn = { ...settings, ...change };
	return {
		...context,
		config: { ...context.config, singleSignOn },
		singleSignOn: createSingleSignOn(singleSignOn, CALLBACK),
	};
}

export async function listen(): Promise<{ server: Server; issuer: string }> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { server, issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export function close(server: Server): Promise<void> {
	server.closeAllConnections();
	return new Promise((resolve) => server.close(() => resolve()));
}

async function followTo(end: string, start: string): Promise<string> {
	const jar = new Map<string, string>();
	let url = start;
	for (let step = 0; step < 10; step += 1) {
		const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
		const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
		for (const set of answer.headers.getSetCookie()) {
			const [name = '', value = ''] = set.split(';')[0]!.split(/=(.*)/s);
			jar.set(name, value);
		}
		const next = answer.headers.get('location');
		if (!next)
			throw new Error(`The provider stopped at ${url}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
		url = new URL(next, url).href;
		if (url.startsWith(end)) return url;
	}
	throw new Error('The provider never sent the browser back');
}
