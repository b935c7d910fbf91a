import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { type Db, openDatabase } from '#db/client.ts';
import { bringUpToDate } from '#db/migrate.ts';
import { countPublishedVersions, listPublishedVersions } from '#db/queries/programmes/own-versions.ts';
import { type Config, ConfigFaults } from './config.ts';
import { type Content, loadContent } from './content/load-content.ts';
import { type PublishedVersions, withPublishedVersions } from './content/published-versions.ts';
import { createMailer } from './delivery/mail/create-mailer.ts';
import { DkimKeyFault } from './delivery/mail/dkim.ts';
import type { Mailer } from './delivery/mail/mailer.ts';
import { createTexter } from './delivery/texts/create-texter.ts';
import type { Texter } from './delivery/texts/texter.ts';
import { textsTooLong } from './domain/reminders/texts/longest-text.ts';
import { programmesNamedIn } from './domain/reminders/wording/telling-words.ts';
import type { Ids } from './domain/shared/ids.ts';
import { type Clock, instant } from './domain/shared/instant.ts';
import { paths } from './paths.ts';
import { type Credentials, createCredentials } from './sign-in/credentials.ts';
import { createOneTimeCodes, type OneTimeCodes } from './sign-in/one-time-codes.ts';
import { createSingleSignOn, type SingleSignOn } from './sign-in/single-sign-on.ts';

/** Everything that the app is made of, made once and handed to every loader, action, command and job. */
export type AppContext = {
	readonly config: Config;
	readonly db: Db;
	readonly clock: Clock;
	readonly ids: Ids;
	readonly content: Content;
	readonly mailer: Mailer;
	/** Null where nothing sends texts: whoever is reached by one is rung. */
	readonly texter: Texter | null;
	readonly credentials: Credentials;
	readonly oneTimeCodes: OneTimeCodes;
	/** Null where the organisation has no sign-in of its own. */
	readonly singleSignOn: SingleSignOn | null;
};

/**
 * Opens the database in the data folder, brings it up to date and loads the content. Throws when either is unusable, and
 * when a setting does not go with the content.
 */
export function createContext(config: Config): AppContext {
	const shipped = loadContent();
	refuseTellingSender(config, shipped);
	refuseLongSender(config, shipped);
	const mailer = mailerFor(config);
	mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
	const db = openDatabase(databaseFile(config));
	bringUpToDate(db);
	const content = withPublishedVersions(shipped, publishedVersionsIn(db));
	return {
		config,
		db,
		clock: createClock(config),
		ids: { next: () => newId() },
		content,
		mailer,
		texter: createTexter(config, mailer),
		credentials: createCredentials(),
		oneTimeCodes: createOneTimeCodes(),
		singleSignOn: singleSignOnFor(config),
	};
}

/** The versions in the provider's own wording, which are in the database alone. */
export function publishedVersionsIn(db: Db): PublishedVersions {
	return {
		count: () => countPublishedVersions(db),
		read: () =>
			listPublishedVersions(db).map(({ number, takesEffectOn, ...own }) => ({
				...own,
				version: number,
				takesEffectOn: takesEffectOn!,
			})),
	};
}

/** A key that cannot be used is a setting that cannot. */
function mailerFor(config: Config): Mailer {
	try {
		return createMailer(config);
	} catch (fault) {
		throw fault instanceof DkimKeyFault ? new ConfigFaults([fault.message]) : fault;
	}
}

/** Where the database is. */
export function databaseFile({ dataDir }: Config): string {
	return join(dataDir, 'plumbline.db');
}

/** The one address to which the provider sends people back follows from where people reach the app. */
function singleSignOnFor({ singleSignOn, publicUrl }: Config): SingleSignOn | null {
	return singleSignOn && createSingleSignOn(singleSignOn, `${publicUrl}${paths.singleSignOnCallback()}`);
}

/** A sender's name shows on a lock screen just as the message does, and never names a programme. */
function refuseTellingSender({ mailFrom }: Config, { programmes }: Content): void {
	const named = programmesNamedIn(
		mailFrom.name,
		programmes.map(({ name }) => name),
	);
	if (named.length === 0) return;
	throw new ConfigFaults([`MAIL_FROM must be neutral: leave out “${named[0]}”, the name of a programme.`]);
}

/** A text is sent and paid as one, whatever the day: the sender’s name is a part of it. */
function refuseLongSender({ mailFrom, officePhone, texts }: Config, { messages }: Content): void {
	const long = texts ? textsTooLong(messages, { name: mailFrom.name, phone: officePhone }) : [];
	if (long.length === 0) return;
	throw new ConfigFaults([
		`MAIL_FROM ends every text: with “${mailFrom.name}” it takes two (${long.join(', ')}). Use fewer and plainer characters.`,
	]);
}

function createClock({ fixedNow }: Config): Clock {
	return { now: () => fixedNow ?? instant(DateTime.utc().toISO()) };
}

/** 100 random bits in 20 letters and digits that cannot be mistaken for one another. */
function newId<AnyId>(): AnyId {
	const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
	return Array.from(randomBytes(20), (byte) => letters[byte % 32]).join('') as AnyId;
}
