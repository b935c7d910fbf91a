/**
 * A mail server in a process of its own that takes whatever comes and keeps nothing: `real`, smtp-server as anybody runs
 * it, which greets after a tenth of a second as mail servers do to tell who cannot wait; or `instant`, which has nothing to
 * do but answer.
 */
import { type AddressInfo, createServer, type Server } from 'node:net';
import { SMTPServer } from 'smtp-server';

const server = process.argv[2] === 'real' ? realServer() : instantServer();
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));

function realServer(): Server {
	const mail = new SMTPServer({
		disabledCommands: ['STARTTLS', 'AUTH'],
		onData: (stream, _session, done) => stream.resume().on('end', () => done()),
	});
	mail.on('error', () => {});
	return mail.server as Server;
}

function instantServer(): Server {
	return createServer((socket) => {
		socket.setNoDelay(true);
		socket.on('error', () => {});
		socket.write('220 sink ESMTP\r\n');
		let rest = '';
		let inMessage = false;
		socket.on('data', (chunk) => {
			rest += chunk.toString('latin1');
			let said = '';
			for (;;) {
				const end = rest.indexOf(inMessage ? '\r\n.\r\n' : '\r\n');
				if (end === -1) break;
				const word = rest.slice(0, 4).toUpperCase();
				rest = rest.slice(end + (inMessage ? 5 : 2));
				if (inMessage) said += '250 2.0.0 taken\r\n';
				else if (word === 'EHLO') said += '250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n';
				else if (word === 'DATA') said += '354 go ahead\r\n';
				else said += word === 'QUIT' ? '221 bye\r\n' : '250 2.1.0 fine\r\n';
				inMessage = !inMessage && word === 'DATA';
				if (word === 'QUIT' && !inMessage && rest === '' && said.endsWith('221 bye\r\n')) {
					socket.end(said);
					return;
				}
			}
			if (said) socket.write(said);
		});
	});
}
