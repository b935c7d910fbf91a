import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * One address that leads to whichever server stands behind it: a page that was opened at one moment sends its form to a
 * server that stands at a later one, as if time had passed.
 */
export async function openDoor() {
	const through = new Set<Socket>();
	let port = 0;
	const door = createServer((socket) => {
		const onward = connect(port, '127.0.0.1');
		for (const end of [socket, onward]) {
			through.add(end);
			end.on('error', () => {});
			end.on('close', () => [socket, onward].forEach((one) => void one.destroy()));
		}
		socket.pipe(onward).pipe(socket);
	});
	await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://localhost:${(door.address() as AddressInfo).port}`,
		/** From now on it leads to this server; what was open before is shut. */
		leadTo: (server: { readonly url: string }) => {
			port = Number(new URL(server.url).port);
			for (const socket of through) socket.destroy();
			through.clear();
		},
		close: () => {
			for (const socket of through) socket.destroy();
			return new Promise<void>((resolve) => door.close(() => resolve()));
		},
	};
}
