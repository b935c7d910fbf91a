import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';

const EXIM = '/usr/sbin/exim4';
const SIGN_IN = { user: 'office', password: 'a long password' };

/** Debian’s exim4 as it is, on a port of this machine, which takes mail by TLS and a password alone and keeps it in folders. */
export type MailTransfer = {
	readonly url: string;
	/** What a sender has to trust. */
	readonly certificate: string;
	/** The mails of a mailbox as they lie on the disk; none where there is none. */
	mailsOf(mailbox: string): readonly string[];
	/** Every mailbox in which there is one. */
	mailboxes(): readonly string[];
	log(): string;
	end(): void;
};

/** Starts it in this folder with these mailboxes; whoever writes to `gone` gets their mail back. Needs root, as every mail server does. */
export async function startMailTransfer(folder: string, mailboxes: readonly string[]): Promise<MailTransfer> {
	const [mail, config, certificate] = [join(folder, 'mail'), join(folder, 'exim.conf'), join(folder, 'cert.pem')];
	mkdirSync(mail, { recursive: true });
	for (const path of [folder, mail]) chmodSync(path, 0o755);
	const key = join(folder, 'key.pem');
	const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
	execFileSync(
		'openssl',
		['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, ...names],
		{
			stdio: 'ignore',
		},
	);
	// exim4 takes no name of a folder from a mail, only from what it looked up.
	writeFileSync(join(folder, 'mailboxes'), mailboxes.map((name) => `${name}: ${name}\n`).join(''));
	execFileSync('chown', ['-R', 'Debian-exim', folder]);
	const port = await freePort();
	writeFileSync(config, eximConfig(folder, mail, port));
	const daemon = spawn(EXIM, ['-C', config, '-bdf', '-q10s'], { stdio: 'ignore' });
	await untilListening(port, daemon);
	const log = () => readFileSync(join(folder, 'mainlog'), 'utf8');
	const mailsOf = (mailbox: string) => {
		const fresh = join(mail, mailbox, 'new');
		return existsSync(fresh) ? readdirSync(fresh).map((name) => readFileSync(join(fresh, name), 'utf8')) : [];
	};
	const url = `smtp://${SIGN_IN.user}:${encodeURIComponent(SIGN_IN.password)}@localhost:${port}`;
	return { url, certificate, mailsOf, mailboxes: () => readdirSync(mail), log, end: () => daemon.kill() };
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

async function untilListening(port: number, daemon: ChildProcess): Promise<void> {
	for (let tries = 0; tries < 100; tries += 1) {
		if (daemon.exitCode !== null) throw new Error(`exim4 stopped with status ${daemon.exitCode}`);
		const isThere = await new Promise<boolean>((resolve) => {
			const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
			socket.once('connect', () => socket.end());
		});
		if (isThere) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('exim4 did not start');
}

function eximConfig(folder: string, mail: string, port: number): string {
	return `primary_hostname = mx.example.org
spool_directory = ${folder}
log_file_path = ${folder}/%slog
pid_file_path = ${folder}/exim.pid
exim_user = root
exim_group = root
domainlist local_domains = example.org : example.net
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
tls_advertise_hosts = *
tls_certificate = ${folder}/cert.pem
tls_privatekey = ${folder}/key.pem
auth_advertise_hosts = \${if eq{$tls_in_cipher}{}{}{*}}
acl_smtp_rcpt = check_rcpt
host_lookup =
rfc1413_query_timeout = 0s
begin acl
check_rcpt:
  deny message = sign in first
       ! authenticated = *
  deny message = over TLS alone
       ! encrypted = *
  accept domains = +local_domains
  deny message = no such domain here
begin routers
gone:
  driver = redirect
  local_parts = gone
  allow_fail
  data = :fail: nobody has this address any more
here:
  driver = accept
  domains = +local_domains
  local_parts = lsearch;${folder}/mailboxes
  transport = folders
begin transports
folders:
  driver = appendfile
  directory = ${mail}/$local_part_data
  maildir_format
  create_directory
  user = Debian-exim
  envelope_to_add
  return_path_add
begin retry
* * F,1h,1m
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_condition = \${if and{{eq{$auth2}{${SIGN_IN.user}}}{eq{$auth3}{${SIGN_IN.password}}}}}
  server_set_id = $auth2
`;
}
