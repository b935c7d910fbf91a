import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { saysTheSame } from '#app/domain/attendance/check-mark.ts';
import type { MarkEntry } from '#app/domain/attendance/register.ts';
import { paths } from '#app/paths.ts';
import { verifyAudit } from '#app/use-cases/audit/verify-audit.ts';
import { type Chance, chanceFrom } from '#db/demo/chance.ts';
import * as schema from '#db/schema/index.ts';
import { cookieOf } from '#tests/support/app.ts';
import { trailOf } from '#tests/support/audit.ts';
import { type TestContext, testContext } from '#tests/support/context.ts';
import { givenCohort, givenMember, givenPlaces, givenStaff } from '#tests/support/world.ts';
import { type KillableServer, killableServer } from './killable-server.ts';
import { type StormClient, stormClient, type Told } from './storm-client.ts';

const EVENING = '2026-01-13T19:30:00Z';
const CLIENTS = 8;
const KILLS = 3;
const PEOPLE = 10;

/** A register that is open now in a database file, and the sign-ins of its two facilitators and their coordinator. */
function givenRegister() {
	const dataDir = mkdtempSync(join(tmpdir(), 'plumbline-storm-'));
	const file = join(dataDir, 'plumbline.db');
	const context = testContext({ file, now: EVENING });
	const places = givenPlaces(context);
	const team = [givenStaff(context), givenStaff(context, { name: 'Robin Vale' })];
	const coordinator = givenStaff(context, { name: 'Kim Hart', roles: ['coordinator'], areaIds: [places.areaId] });
	const cohort = givenCohort(context, { ...places, team });
	for (let number = 1; number <= PEOPLE; number += 1) givenMember(context, cohort, { familyName: `Smith${number}` });
	const signIn = (actor: StaffActor) => ({ staffId: actor.staffId, cookie: cookieOf(context, actor) });
	const signIns = [...team, coordinator].map(signIn);
	context.db.$client.close();
	return { dataDir, file, path: paths.register(cohort.sessionIds[0]!), signIns };
}

/** Everybody saves until enough was acknowledged after the last restart; the server is killed in the midst of it. */
async function storm(server: KillableServer, clients: readonly StormClient[], chance: Chance): Promise<void> {
	let acknowledged = 0;
	let isOver = false;
	const saving = clients.map(async (client) => {
		while (!isOver) {
			const more = await client.save();
			acknowledged += more;
		}
	});
	const running = Promise.all(saving);
	for (let kill = 0; kill <= KILLS; kill += 1) {
		const enough = acknowledged + chance.pick([10, 25, 40, 60]);
		while (acknowledged < enough) await Promise.race([running, wait(1)]);
		if (kill === KILLS) break;
		await wait(chance.pick([0, 1, 3, 8, 15]));
		await server.kill();
		server.start();
	}
	isOver = true;
	await running;
	await server.end();
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

type Entry = typeof schema.registerEntries.$inferSelect;
type Row = typeof schema.registerRows.$inferSelect;
const NOTHING: MarkEntry = { mark: null, minutes: null, reason: null, note: null };

/** What is wrong with the history of one row, after what everybody was told of it; a sentence for each fault. */
function faultsOfRow(row: Row, history: readonly Entry[], told: readonly Told[]): string[] {
	const faults: string[] = [];
	history.forEach(({ version }, index) => {
		if (version !== index + 2) faults.push(`version ${version} stands in place ${index + 2}`);
	});
	const last = history.at(-1);
	if (row.version !== history.length + 1) faults.push(`the row is at ${row.version}, its history at ${last?.version}`);
	if (!saysTheSame(row, last ?? NOTHING)) faults.push('the mark that stands is not the last of the history');
	// Rows begin at version 1 and say nothing.
	const at = (version: number) => history[version - 2] ?? NOTHING;
	for (const { note, mark, answer, openedVersion } of told) {
		const kept = history.filter((entry) => entry.note === note);
		if (kept.length > 1) faults.push(`“${note}” is there ${kept.length} times`);
		if (answer === 'acknowledged' && kept[0]?.mark !== mark) faults.push(`“${note}” was acknowledged and is not there`);
		if (answer === 'refused' && kept.length > 0) faults.push(`“${note}” was refused and is there`);
		const before = kept[0] && at(kept[0].version - 1);
		if (before && !saysTheSame(before, at(openedVersion))) {
			faults.push(`“${note}” was chosen on version ${openedVersion} and overwrote what came after it`);
		}
	}
	return faults;
}

/** Everything in the database that is not as eight people were told. */
function faultsOf({ db, ...context }: TestContext, clients: readonly StormClient[]): string[] {
	const entries = db.select().from(schema.registerEntries).orderBy(schema.registerEntries.version).all();
	const told = clients.flatMap((client) => client.told);
	const rows = db
		.select()
		.from(schema.registerRows)
		.where(eq(schema.registerRows.sessionId, sessionOf(entries)))
		.all();
	const ofRows = rows.flatMap((row) =>
		faultsOfRow(
			row,
			entries.filter(({ enrolmentId }) => enrolmentId === row.enrolmentId),
			told.filter(({ key }) => key === row.enrolmentId),
		).map((fault) => `${row.enrolmentId}: ${fault}`),
	);
	const saves = trailOf({ db }).filter(({ action, outcome }) => action === 'register-recorded' && outcome === 'done');
	const audited = saves.reduce((sum, { details }) => sum + Number(details.marks), 0);
	const chain = verifyAudit({ ...context, db }, null).broken;
	return [
		...ofRows,
		...clients.flatMap(({ wentBack }) => wentBack).map((name) => `${name} was shown at an earlier version again`),
		...(audited === entries.length ? [] : [`${entries.length} marks, ${audited} of them in the audit trail`]),
		...(chain ? [`the audit chain is broken: ${JSON.stringify(chain)}`] : []),
	];
}

const sessionOf = (entries: readonly Entry[]) => entries[0]!.sessionId;

test('eight clients on one register and a server that is killed in the midst of it: no acknowledged mark is lost', async () => {
	const seed = Number(process.env.STORM_SEED ?? Date.now() % 1_000_000);
	const chance = chanceFrom(seed);
	const { dataDir, file, path, signIns } = givenRegister();
	const server = killableServer({ DATA_DIR: dataDir, PLUMBLINE_NOW: EVENING });
	server.start();
	const clients = Array.from({ length: CLIENTS }, (_, index) => {
		const { cookie } = signIns[index % signIns.length]!;
		return stormClient({ name: `client ${index}`, cookie, path }, server, chanceFrom(seed + index + 1));
	});
	await storm(server, clients, chance);
	const context = testContext({ file, now: EVENING });
	const told = clients.flatMap((client) => client.told);
	const count = (answer: Told['answer']) => told.filter((one) => one.answer === answer).length;
	expect(faultsOf(context, clients), `STORM_SEED=${seed}`).toEqual([]);
	// Otherwise it would have shown nothing.
	for (const answer of ['acknowledged', 'refused', 'line broke'] as const) expect(count(answer)).toBeGreaterThan(KILLS);
});
