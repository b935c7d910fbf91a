import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#app/config.ts';
import { type Content, loadContent } from '#app/content/load-content.ts';
import { withPublishedVersions } from '#app/content/published-versions.ts';
import { type AppContext, publishedVersionsIn } from '#app/context.ts';
import { type Delivery, HELD_BACK, type PreparedMail } from '#app/delivery/mail/mailer.ts';
import type { Ids } from '#app/domain/shared/ids.ts';
import { type Instant, instant } from '#app/domain/shared/instant.ts';
import { type Credentials, createCredentials } from '#app/sign-in/credentials.ts';
import { createOneTimeCodes } from '#app/sign-in/one-time-codes.ts';
import { type Db, openDatabase } from '#db/client.ts';
import { bringUpToDate } from '#db/migrate.ts';

/** The app's parts for a test: an empty database in memory, a clock that the test sets, ids in sequence, mail that is kept. */
export type TestContext = AppContext & {
	/** Moves the clock to this moment. */
	setNow(now: string): void;
	/** Every mail handed to the mail server, in order. */
	readonly kept: PreparedMail[];
	/** What the mail server answers from now on. */
	answerMail(delivery: Delivery): void;
};

export const TEST_NOW = '2026-03-03T18:00:00Z';

// Made once for all tests of a process: none of them changes, and each takes longer than many a test.
let shipped: Content | undefined;
let migrated: Buffer | undefined;
let credentials: Credentials | undefined;

export function testContext({ now = TEST_NOW, file = ':memory:' }: { now?: string; file?: string } = {}): TestContext {
	const db = emptyDatabase(file);
	let time: Instant = instant(now);
	let answer: Delivery = { state: 'sent' };
	const kept: PreparedMail[] = [];
	shipped ??= loadContent();
	credentials ??= createCredentials();
	return {
		config: readConfig(
			{
				PORT: '0',
				DATA_DIR: mkdtempSync(join(tmpdir(), 'plumbline-')),
				PUBLIC_URL: 'http://localhost',
				ORG_NAME: 'Testham',
			},
			'test',
		),
		db,
		clock: { now: () => time },
		ids: sequentialIds(),
		content: withPublishedVersions(shipped, publishedVersionsIn(db)),
		mailer: {
			send: async (mail, aboutToHandOver = () => true) => {
				if (!(await aboutToHandOver())) return HELD_BACK;
				kept.push(mail);
				return answer;
			},
			close: () => {},
		},
		texter: null,
		credentials,
		oneTimeCodes: createOneTimeCodes(),
		singleSignOn: null,
		kept,
		setNow: (at) => {
			time = instant(at);
		},
		answerMail: (delivery) => {
			answer = delivery;
		},
	};
}

/** A database as the migrations leave it, or the file at hand brought up to date. */
function emptyDatabase(file: string): Db {
	migrated ??= serialisedSchema();
	if (file === ':memory:') return openDatabase(migrated);
	if (!existsSync(file)) writeFileSync(file, migrated);
	const db = openDatabase(file);
	bringUpToDate(db);
	return db;
}

function serialisedSchema(): Buffer {
	const db = openDatabase(':memory:');
	bringUpToDate(db);
	const schema = db.$client.serialize();
	db.$client.close();
	return schema;
}

function sequentialIds(): Ids {
	let last = 0;
	return {
		next: <AnyId>() => {
			last += 1;
			return `id${String(last).padStart(6, '0')}` as AnyId;
		},
	};
}
