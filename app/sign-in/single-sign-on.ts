import * as openid from 'openid-client';
import type { ProvenIdentity } from '#app/domain/sign-in/proven-identity.ts';

/** Where the organisation’s own sign-in is, as the settings say (docs/how-to/sign-in.md). */
export type SingleSignOnSettings = {
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** What the button says: “Sign in with …”. */
	readonly label: string;
	/** Whether the operator vouches that the provider asks everybody for a second factor. */
	readonly mfaTrusted: boolean;
};

/** What the browser keeps between leaving for the provider and coming back; it is good for one way. */
export type Departure = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Single sign-on by OpenID Connect: code grant with PKCE, state and nonce; the ID token’s signature is checked. */
export type SingleSignOn = {
	readonly label: string;
	/** Where to send the browser, and what it keeps meanwhile; null when the provider cannot be reached. */
	depart(options: {
		readonly asksAgain: boolean;
	}): Promise<{ readonly url: string; readonly departure: Departure } | null>;
	/** Who came back to this address; null when anything about it is not as it was agreed. */
	arrive(url: URL, departure: Departure): Promise<ProvenIdentity | null>;
	/** Whether the provider can be reached; asked at start and by the sign-in page. */
	isReachable(): Promise<boolean>;
};

const PATIENCE_SECONDS = 5;
/** A provider that could not be reached is left alone so long before it is tried again. */
const TRY_AGAIN_MS = 15_000;

/** `callbackUrl` is the one address to which the provider sends people back. */
export function createSingleSignOn(settings: SingleSignOnSettings, callbackUrl: string): SingleSignOn {
	const configuration = discovery(settings);
	return {
		label: settings.label,
		isReachable: async () => (await configuration()) !== null,
		depart: async ({ asksAgain }) => {
			const provider = await configuration();
			if (!provider) return null;
			const departure = {
				state: openid.randomState(),
				nonce: openid.randomNonce(),
				verifier: openid.randomPKCECodeVerifier(),
			};
			const url = openid.buildAuthorizationUrl(provider, {
				redirect_uri: callbackUrl,
				scope: 'openid',
				state: departure.state,
				nonce: departure.nonce,
				code_challenge: await openid.calculatePKCECodeChallenge(departure.verifier),
				code_challenge_method: 'S256',
				...(asksAgain ? { prompt: 'login' } : {}),
			});
			return { url: url.href, departure };
		},
		arrive: async (url, departure) => {
			const provider = await configuration();
			return provider && redeem(provider, new URL(`${callbackUrl}${url.search}`), departure);
		},
	};
}

async function redeem(
	provider: openid.Configuration,
	url: URL,
	{ state, nonce, verifier }: Departure,
): Promise<ProvenIdentity | null> {
	try {
		const tokens = await openid.authorizationCodeGrant(provider, url, {
			expectedState: state,
			expectedNonce: nonce,
			pkceCodeVerifier: verifier,
			idTokenExpected: true,
		});
		const claims = tokens.claims();
		if (!claims) return null;
		const amr = Array.isArray(claims.amr) ? claims.amr.filter((method) => typeof method === 'string') : null;
		return { issuer: claims.iss, subject: claims.sub, amr };
	} catch {
		// What is wrong with it is the provider’s or an attacker’s affair; the person reads one sentence for all of it.
		return null;
	}
}

/** Reads the provider’s own description once; after a failure it is tried again a little later, never at every page. */
function discovery({
	issuer,
	clientId,
	clientSecret,
}: SingleSignOnSettings): () => Promise<openid.Configuration | null> {
	let found: Promise<openid.Configuration | null> | undefined;
	const discover = async () => {
		try {
			const server = new URL(issuer);
			const provider = await openid.discovery(server, clientId, clientSecret, undefined, {
				timeout: PATIENCE_SECONDS,
				// An issuer without https is taken only on this machine itself: the settings see to that.
				execute: [
					openid.enableNonRepudiationChecks,
					...(server.protocol === 'http:' ? [openid.allowInsecureRequests] : []),
				],
			});
			return provider;
		} catch {
			setTimeout(() => {
				found = undefined;
			}, TRY_AGAIN_MS).unref();
			return null;
		}
	};
	return () => {
		found ??= discover();
		return found;
	};
}
