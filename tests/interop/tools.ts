import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGES = ['vdirsyncer', 'khal', 'python3-icalendar', 'exim4-daemon-light'];
/** Debian's own Python: another one in the path does not see Debian's packages. */
const PYTHON = '/usr/bin/python3';

/** Installs the programs from Debian where they are missing; throws a sentence with the command when it may not. */
export function installTools(say: (text: string) => void): void {
	const missing = PACKAGES.filter((name) => !isInstalled(name));
	if (missing.length === 0) return;
	const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing];
	if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).error) {
		throw new Error(`This needs ${missing.join(', ')} from Debian. Run: sudo ${command.join(' ')}`);
	}
	say(`Installing ${missing.join(', ')}`);
	// Run level 1 keeps the mail server from being started: it is run by hand, in a folder of its own.
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
	execFileSync('apt-get', ['update'], { env, stdio: ['ignore', 'ignore', 2] });
	execFileSync(command[0]!, command.slice(1), { env, stdio: ['ignore', 'ignore', 2] });
}

function isInstalled(name: string): boolean {
	const asked = spawnSync('dpkg-query', ['-W', '-f', '$' + '{Status}', name], { encoding: 'utf8' });
	return asked.status === 0 && asked.stdout.includes('ok installed');
}

/** Each program with its version, as Debian has it. */
export function toolVersions(): string {
	const format = '$' + '{Package} $' + '{Version}\n';
	return execFileSync('dpkg-query', ['-W', '-f', format, ...PACKAGES], { encoding: 'utf8' })
		.trim()
		.replaceAll('\n', ', ');
}

/** A calendar on somebody's computer that subscribes to the feed at this address, in a folder of its own. */
export function subscribe(folder: string, feed: string) {
	const events = join(folder, 'events');
	mkdirSync(events, { recursive: true });
	const [syncConfig, listConfig] = [join(folder, 'vdirsyncer.conf'), join(folder, 'khal.conf')];
	writeFileSync(syncConfig, vdirsyncerConfig(folder, feed, events));
	writeFileSync(listConfig, khalConfig(folder, events));
	const env: NodeJS.ProcessEnv = {
		...process.env,
		PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
		HOME: folder,
		LC_ALL: 'C.UTF-8',
		TZ: 'Europe/London',
	};
	const run = (program: string, ...args: string[]) =>
		execFileSync(program, args, { env, encoding: 'utf8', stdio: 'pipe' });
	return {
		discover: () => run('vdirsyncer', '-c', syncConfig, 'discover', 'sessions'),
		sync: () => run('vdirsyncer', '-c', syncConfig, 'sync'),
		/** What is in it between two days, one line each: `Tue 24 Mar 2026 18:30-20:30 Group session 2`. */
		list: (from: string, until: string) =>
			run('khal', '-c', listConfig, 'list', '--day-format', '', '--format', LINE, from, until).trim().split('\n'),
	};
}

const LINE = '{start-date-long} {start-time}-{end-time} {cancelled}{title} @ {location}';

function vdirsyncerConfig(folder: string, feed: string, events: string): string {
	return `[general]
status_path = "${join(folder, 'status')}"
[pair sessions]
a = "feed"
b = "computer"
collections = null
conflict_resolution = "a wins"
[storage feed]
type = "http"
url = "${feed}"
[storage computer]
type = "filesystem"
path = "${events}"
fileext = ".ics"
`;
}

function khalConfig(folder: string, events: string): string {
	return `[calendars]
[[sessions]]
path = ${events}
[sqlite]
path = ${join(folder, 'khal.db')}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %a %d %b %Y
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %a %d %b %Y %H:%M
local_timezone = Europe/London
default_timezone = Europe/London
`;
}

/** What python3-icalendar reads from each file, in order: the method, and for each event what counts. */
export type ReadByPython = {
	readonly method: string;
	readonly events: readonly { readonly uid: string; readonly sequence: number; readonly start: string }[];
	/** What it had to leave out because it could not read it. */
	readonly errors: readonly string[];
};

/** Reads each file with python3-icalendar; throws with its words when it does not accept one. */
export function readWithPython(paths: readonly string[]): readonly ReadByPython[] {
	return JSON.parse(execFileSync(PYTHON, ['-c', READ, ...paths], { encoding: 'utf8' }));
}

const READ = `
import json, sys
from icalendar import Calendar
read = []
for path in sys.argv[1:]:
    calendar = Calendar.from_ical(open(path, 'rb').read())
    parts = [calendar] + calendar.subcomponents
    read.append({
        'method': str(calendar['METHOD']),
        'events': [{
            'uid': str(event['UID']),
            'sequence': int(event['SEQUENCE']),
            'start': event['DTSTART'].dt.isoformat(),
        } for event in calendar.walk('VEVENT')],
        'errors': [str(error) for part in parts for error in part.errors],
    })
print(json.dumps(read))
`;
