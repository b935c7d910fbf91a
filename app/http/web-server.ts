import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';

const SECOND = 1000;

/**
 * How long somebody may take, and how much they may say before they have said what they want: a sender that dribbles is
 * cut off and does not hold a connection. A form of 1 MB still comes through at 100 kbit/s.
 */
export const PATIENCE = {
	headersTimeout: 20 * SECOND,
	requestTimeout: 120 * SECOND,
	keepAliveTimeout: 10 * SECOND,
	connectionsCheckingInterval: 5 * SECOND,
	maxHeaderSize: 16 * 1024,
} as const satisfies ServerOptions;
/** Headers beyond this many are left out; a browser sends some twenty. */
const MOST_HEADERS = 100;

/** The web server, not listening yet; what answers may be added once its address is known. */
export function webServer(app?: RequestListener, patience: ServerOptions = PATIENCE): Server {
	const server = createServer(patience, app);
	server.maxHeadersCount = MOST_HEADERS;
	return server;
}
