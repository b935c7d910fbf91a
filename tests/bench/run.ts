import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Timed } from './beside.ts';
import { fidelityRows } from './fidelity.ts';
import { loadPages, loadSaves, type Target } from './load.ts';
import { schedulingRows } from './scheduling.ts';
import { planningRows, sendingLoads } from './sending.ts';

type Row = {
	readonly name: string;
	readonly ours: number;
	readonly unit: string;
	readonly against: string;
	readonly theirs: number;
	readonly ratio: number;
	readonly atLeast: number | null;
};

const ROUNDS = 9;
const SECONDS = 2;
const WARM_UP_SECONDS = 8;
const SENDING_ROUNDS = 5;

const isJson = process.argv.includes('--json');
const say = (text: string) => process.stderr.write(`${text}\n`);

build();
// Beside the project, not in a temporary folder that may be memory: a save has to wait for the disk.
const folder = mkdtempSync(join(process.env.BENCH_DIR ?? process.cwd(), '.bench-'));
const servers: ChildProcess[] = [];
try {
	const rows = [
		...(await measure()),
		...(await measureSending()),
		...[...schedulingRows(), ...fidelityRows(), ...planningRows()].map(inMilliseconds),
	];
	const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
	if (isJson) process.stdout.write(`${JSON.stringify({ machine, rows }, null, 1)}\n`);
	else print(machine, rows);
	process.exitCode = rows.some(({ ratio, atLeast }) => atLeast !== null && ratio < atLeast) ? 1 : 0;
} finally {
	for (const server of servers) server.kill();
	rmSync(folder, { recursive: true, force: true });
}

function build(): void {
	const remix = (...options: string[]) =>
		execFileSync(
			process.execPath,
			['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn', ...options],
			{
				env: { ...process.env, NODE_ENV: 'production' },
				stdio: ['ignore', 2, 2],
			},
		);
	if (process.env.REUSE_BUILD !== '1') remix();
	remix('--config', 'tests/bench/empty-app/vite.config.ts');
}

async function measure(): Promise<Row[]> {
	const product = await start('product');
	const empty = await start('empty');
	const floor = await start('floor');
	const register = ({ registers }: Target) => `/sessions/${registers[12]!.sessionId}/register`;
	const pages = await inTurns([
		(seconds) => loadPages(product, register(product), seconds),
		(seconds) => loadPages(empty, '/', seconds),
		(seconds) => loadPages(floor, register(floor), seconds),
	]);
	const [ourVersions, floorVersions] = [new Map<string, number>(), new Map<string, number>()];
	const saves = await inTurns([
		(seconds) => loadSaves(product, ourVersions, seconds),
		(seconds) => loadPages(empty, '/', seconds),
		(seconds) => loadSaves(floor, floorVersions, seconds),
	]);
	return [
		row('register page', pages, 1, 'empty route', 0.3),
		row('register page', pages, 2, 'bare read', null),
		row('register save', saves, 1, 'empty route', null),
		row('register save', saves, 2, 'bare durable write', 0.25),
	];
}

/** Messages a second to a mail server as it is, and to one that has nothing to do but answer. */
async function measureSending(): Promise<Row[]> {
	const rows: Row[] = [];
	for (const kind of ['real', 'instant'] as const) {
		const { loads, end } = await sendingLoads(folder, kind);
		const turns: number[][] = [];
		for (let round = 0; round < SENDING_ROUNDS; round += 1) {
			const figures: number[] = [];
			for (const load of loads) figures.push(await load());
			turns.push(figures);
			say(figures.map((figure) => figure.toFixed(0)).join(' · '));
		}
		end();
		const name = kind === 'real' ? 'messages' : 'messages, instant server';
		rows.push({ ...row(name, turns, 1, 'bare nodemailer', kind === 'real' ? 0.8 : null), unit: 'messages/s' });
		rows.push({ ...row(name, turns, 2, 'nodemailer’s pool', null), unit: 'messages/s' });
	}
	return rows;
}

type Turns = readonly (readonly number[])[];

/**
 * Measures each in turn, round after round, so that a slow moment of the machine falls on all of them. Before that each runs
 * for a while: a server that has just started compiles what it runs, for thousands of requests.
 */
async function inTurns(loads: readonly ((seconds: number) => Promise<number>)[]): Promise<Turns> {
	for (const load of loads) await load(WARM_UP_SECONDS);
	const rounds: number[][] = [];
	for (let round = 0; round < ROUNDS; round += 1) {
		const figures: number[] = [];
		for (const load of loads) figures.push(await load(SECONDS));
		rounds.push(figures);
		say(figures.map((figure) => figure.toFixed(0)).join(' · '));
	}
	return rounds;
}

/** The medians of both, and the median of the ratios round by round. */
function row(name: string, turns: Turns, other: number, against: string, atLeast: number | null): Row {
	const ours = median(turns.map((figures) => figures[0]!));
	const theirs = median(turns.map((figures) => figures[other]!));
	const ratio = median(turns.map((figures) => figures[0]! / figures[other]!));
	return {
		name,
		ours: round(ours, 0),
		unit: 'requests/s',
		against,
		theirs: round(theirs, 0),
		ratio: round(ratio, 3),
		atLeast,
	};
}

function median(figures: readonly number[]): number {
	return [...figures].sort((one, other) => one - other)[Math.floor(figures.length / 2)]!;
}

function inMilliseconds({ ours, theirs, ...one }: Timed): Row {
	return {
		...one,
		ours: round(ours, 2),
		unit: 'ms',
		theirs: round(theirs, 2),
		ratio: round(ours / theirs, 1),
		atLeast: null,
	};
}

function round(figure: number, places: number): number {
	return Math.round(figure * 10 ** places) / 10 ** places;
}

function start(kind: string): Promise<Target> {
	return new Promise((resolve, reject) => {
		const server = fork('tests/bench/serve.ts', [kind, folder], {
			env: { ...process.env, NODE_ENV: 'production' },
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		});
		servers.push(server);
		server.once('message', (message) => resolve(message as Target));
		server.once('exit', (code) => reject(new Error(`the ${kind} server stopped with status ${code}`)));
	});
}

function print(machine: string, rows: readonly Row[]): void {
	console.log(machine);
	for (const { name, ours, unit, against, theirs, ratio, atLeast } of rows) {
		const goal = atLeast === null ? '' : ` (at least ${atLeast})`;
		const [our, their] = [ours, theirs].map((figure) => String(figure).padStart(8));
		console.log(
			`${name.padEnd(48)}${our} ${unit.padEnd(12)}${against.padEnd(20)}${their}   ratio ${ratio.toFixed(3)}${goal}`,
		);
	}
}
