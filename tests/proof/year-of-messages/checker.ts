import { eq } from 'drizzle-orm';
import { DateTime } from 'luxon';
import * as schema from '#db/schema/index.ts';
import type { Cohort, Member, Year } from './year.ts';

type Context = Year['context'];
type Mail = Context['kept'][number];
type Row = typeof schema.outbox.$inferSelect;
type Session = typeof schema.sessions.$inferSelect;
type Contact = typeof schema.safeContacts.$inferSelect;
type Sent = { readonly row: Row; readonly at: DateTime; readonly member: Member };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const local = (at: string) => DateTime.fromISO(at, { zone: 'Europe/London' });

/** What may never be in a message, whatever it is about (safety.md §3). */
const TELL_TALE = /caring dads|inspiring|abus|violen|partner|child|father|mother|group|programme|venue|centre/i;

/**
 * Holds every message of the year against what the rows say, and every person and session against the messages. It knows
 * the rules as they are written down (domain rules §8.1, safety.md §3) and nothing of how the product reckons: no function
 * of it is called here, and every moment is found by looking at one minute after another.
 */
export class Checker {
	readonly faults: string[] = [];
	readonly sent: Sent[] = [];
	/** How often each thing was held to be so, so that a year in which nothing happened proves nothing. */
	readonly seen = new Map<string, number>();
	readonly #year: Year;
	readonly #byEnrolment: ReadonlyMap<string, Member>;
	/** When something last changed for a cohort or a person. */
	readonly #touched = new Map<string, number[]>();

	constructor(year: Year) {
		this.#year = year;
		const members = year.cohorts.flatMap((cohort) => cohort.members);
		this.#byEnrolment = new Map(members.map((member) => [member.enrolmentId, member]));
	}

	touch(cohort: Cohort, member: Member): void {
		const at = Date.parse(this.#year.context.clock.now());
		for (const key of [cohort.cohortId, member.personId])
			this.#touched.set(key, [...(this.#touched.get(key) ?? []), at]);
	}

	#count(what: string): void {
		this.seen.set(what, (this.seen.get(what) ?? 0) + 1);
	}

	/** A mail left at this moment: every reason for which it might not have is looked for in the rows. */
	checkSent(mail: Mail): void {
		const { context } = this.#year;
		const row = context.db
			.select()
			.from(schema.outbox)
			.where(eq(schema.outbox.id, mail.messageId.split('@')[0] as never))
			.get();
		if (!row) return;
		const member = this.#byEnrolment.get(row.enrolmentId)!;
		const now = local(context.clock.now());
		const why = this.#wrongWith(mail, row, member, now);
		for (const one of why) this.faults.push(`${now.toISO()} ${row.kind} to ${member.cohort.side} ${row.id}: ${one}`);
		this.sent.push({ row, at: now, member });
		this.#count(`sent ${row.kind}`);
	}

	#wrongWith(mail: Mail, row: Row, member: Member, now: DateTime): string[] {
		const { db } = this.#year.context;
		const session = this.#session(row.sessionId);
		const place = db.select().from(schema.enrolments).where(eq(schema.enrolments.id, row.enrolmentId)).get()!;
		const marked = this.#register(row.sessionId, row.enrolmentId);
		const contact = this.#contact(member);
		const starts = local(session.startsAt!);
		const isBefore = row.kind !== 'missed-you';
		return [
			!['enrolled', 'on-programme'].includes(place.state) && 'has left',
			!marked?.expected && 'is not expected',
			session.timeVersion !== row.timeVersion && 'speaks of a time that is not so',
			(session.state === 'cancelled') !== (row.kind === 'cancelled') && 'says the contrary of what is so',
			isBefore && now >= starts && 'comes too late',
			isBefore && marked?.mark === 'absent-notified' && 'said that they do not come',
			!isBefore && marked?.mark !== 'absent-no-contact' && 'was not missed',
			!isBefore && row.decision !== 'approved' && 'nobody approved it',
			this.#isOff(row.kind, member) && 'is off',
			this.#isStopped(member) && 'is stopped',
			contact === null && 'has no record',
			contact !== null && contact.address !== mail.to && 'goes to another address',
			contact !== null && !isGood(contact, now) && 'the record does not stand',
			contact !== null && !isSafe(contact, now) && 'the hour is not safe',
			this.#isTwice(row) && 'was sent twice',
			this.#isTooClose(member, now) && 'within a quarter of an hour of the other side',
			!saysTheDay(mail, starts, row.kind) && 'does not say when',
			TELL_TALE.test(`${mail.subject} ${mail.text}`) && 'tells what it is about',
		].filter((one) => one !== false);
	}

	#session(id: string): Session {
		return this.#year.context.db
			.select()
			.from(schema.sessions)
			.where(eq(schema.sessions.id, id as never))
			.get()!;
	}

	#register(sessionId: string, enrolmentId: string) {
		const rows = this.#year.context.db
			.select()
			.from(schema.registerRows)
			.where(eq(schema.registerRows.sessionId, sessionId as never))
			.all();
		return rows.find((one) => one.enrolmentId === enrolmentId);
	}

	#contact({ personId }: Member): Contact | null {
		const { safeContacts } = schema;
		const held = this.#year.context.db.select().from(safeContacts).where(eq(safeContacts.personId, personId)).all();
		return held.find(({ supersededAt }) => supersededAt === null) ?? null;
	}

	#isStopped({ personId }: Member): boolean {
		const { messageStops } = schema;
		const all = this.#year.context.db.select().from(messageStops).where(eq(messageStops.personId, personId)).all();
		return all.some(({ endedAt }) => endedAt === null);
	}

	#isOff(kind: string, { cohort }: Member): boolean {
		const off = this.#year.context.db.select().from(schema.messageKindsOff).all();
		return off.some((one) => one.kind === kind && (one.cohortId === null || one.cohortId === cohort.cohortId));
	}

	#isTwice({ enrolmentId, sessionId, kind, timeVersion }: Row): boolean {
		return this.sent.some(
			({ row }) =>
				row.enrolmentId === enrolmentId &&
				row.sessionId === sessionId &&
				row.kind === kind &&
				row.timeVersion === timeVersion,
		);
	}

	#isTooClose({ partner }: Member, now: DateTime): boolean {
		if (!partner) return false;
		const ofPartner = this.sent.filter(({ member }) => member.personId === partner.personId);
		if (ofPartner.length > 0) this.#count('beside the other side');
		return ofPartner.some(({ at }) => Math.abs(at.toMillis() - now.toMillis()) < 15 * MINUTE);
	}

	/** A session begins: whoever was to hear of it has heard, or the rows say why not. */
	checkBeginning(sessionId: string, cohort: Cohort): void {
		const session = this.#session(sessionId);
		if (session.startsAt === null) return;
		for (const member of cohort.members) {
			const fault = this.#whatIsMissing(session, member);
			if (fault) this.faults.push(`${session.startsAt} ${session.state} ${cohort.side} ${member.personId}: ${fault}`);
		}
	}

	#whatIsMissing(session: Session, member: Member): string | null {
		const starts = local(session.startsAt!);
		const told = this.sent.filter(
			({ row }) => row.enrolmentId === member.enrolmentId && row.sessionId === session.id && row.kind !== 'missed-you',
		);
		if (session.state === 'cancelled') return this.#whatIsMissingOfCancelled(session, member, told, starts);
		const isTold = told.some(({ row }) => row.timeVersion === session.timeVersion && row.kind !== 'cancelled');
		if (isTold) return this.#isOnTime(session, member, told, starts);
		const moment = this.#isCalm(session, member, 9) ? this.#moment(session, member, starts) : null;
		return moment && !this.#hadToGiveWay(member, moment)
			? `should have heard at ${moment.toISO()}`
			: this.#isAccountedFor(session, member);
	}

	/** Somebody who was told of a time, and whom nothing keeps from being written to, hears that it is off, or a row says why not. */
	#whatIsMissingOfCancelled(session: Session, member: Member, told: readonly Sent[], starts: DateTime): string | null {
		const wasTold = told.some(({ row }) => row.kind !== 'cancelled');
		const hasHeard = told.some(({ row }) => row.kind === 'cancelled' && row.timeVersion === session.timeVersion);
		if (hasHeard) this.#count('heard that it does not go ahead');
		if (!wasTold || hasHeard) return null;
		return this.#mayHear(session, member, starts) ? this.#isAccountedFor(session, member) : null;
	}

	/** Whether nothing keeps the person from being written to at this moment. */
	#mayHear(session: Session, member: Member, at: DateTime): boolean {
		const contact = this.#contact(member);
		return this.#isAwaited(session, member) && contact !== null && isGood(contact, at);
	}

	/** Whether the person is to come, and nobody stopped what is written to them. */
	#isAwaited(session: Session, member: Member): boolean {
		const { db } = this.#year.context;
		const place = db.select().from(schema.enrolments).where(eq(schema.enrolments.id, member.enrolmentId)).get()!;
		const marked = this.#register(session.id, member.enrolmentId);
		if (!['enrolled', 'on-programme'].includes(place.state)) return false;
		return marked?.expected === true && marked.mark === null && !this.#isStopped(member);
	}

	/** In quiet times a reminder leaves at the minute that the rule names, or beside it where it gave way. */
	#isOnTime(session: Session, member: Member, told: readonly Sent[], starts: DateTime): string | null {
		const reminder = told.find(({ row }) => row.kind === 'reminder' && row.timeVersion === session.timeVersion);
		if (!reminder || !this.#isCalm(session, member, 9)) return null;
		const moment = this.#moment(session, member, starts);
		this.#count('reminded at the minute');
		if (moment === null) return 'was reminded at an hour that the rule does not have';
		const late = (reminder.at.toMillis() - moment.toMillis()) / MINUTE;
		if (late === 0 || this.#hadToGiveWay(member, moment)) return null;
		return `was reminded ${late} minutes from ${moment.toISO()}`;
	}

	/** Only hers gives way, and only to what left to his side at about that moment. */
	#hadToGiveWay({ cohort, partner }: Member, moment: DateTime): boolean {
		if (cohort.side !== 'survivor' || !partner) return false;
		const gaveWay = this.sent.some(
			({ member, at }) =>
				member.personId === partner.personId && Math.abs(at.toMillis() - moment.toMillis()) < 15 * MINUTE,
		);
		if (gaveWay) this.#count('gave way');
		return gaveWay;
	}

	/** Whether nothing changed for the person or the cohort in the days before it begins. */
	#isCalm({ startsAt }: Session, { personId, cohort }: Member, days: number): boolean {
		const starts = Date.parse(startsAt!);
		const touched = [...(this.#touched.get(personId) ?? []), ...(this.#touched.get(cohort.cohortId) ?? [])];
		return !touched.some((at) => at <= starts && at > starts - days * DAY);
	}

	/** The minute at which somebody in quiet times is reminded; null when they cannot be, or are not to be. */
	#moment(session: Session, member: Member, starts: DateTime): DateTime | null {
		const contact = this.#contact(member);
		if (!this.#isAwaited(session, member) || contact?.channel !== 'email') return null;
		if (this.#isOff('reminder', member)) return null;
		const at = this.#safeMoment(contact, starts.minus({ days: 1 }));
		// A record that will be past its review by then is seen to by somebody; nobody is reminded a week before for it.
		return at && isGood(contact, at) ? at : null;
	}

	#safeMoment(contact: Contact, wanted: DateTime): DateTime | null {
		for (let back = 0; back <= 7 * 24 * 60; back += 1) {
			const at = wanted.minus({ minutes: back });
			if (isSafe(contact, at)) return at;
		}
		for (let on = 1; on <= 22 * 60; on += 1) {
			const at = wanted.plus({ minutes: on });
			if (isSafe(contact, at)) return at;
		}
		return null;
	}

	/** Nobody was told: then there is a message that says why not, or the rows say that none was to be. */
	#isAccountedFor(session: Session, member: Member): string | null {
		const { db } = this.#year.context;
		const rows = db.select().from(schema.outbox).where(eq(schema.outbox.sessionId, session.id)).all();
		const own = rows.filter((row) => row.enrolmentId === member.enrolmentId && row.timeVersion === session.timeVersion);
		const waiting = own.filter(({ state }) => ['queued', 'leased', 'failed'].includes(state));
		if (waiting.length > 0) return `a message is still ${waiting[0]!.state}`;
		// What comes up in the last two hours is too late for a reminder, whatever was so before.
		if (!this.#isCalm(session, member, 2 / 24)) return null;
		const why = own.find(({ reason }) => reason !== null);
		if (why) {
			this.#count(`not told: ${why.reason}`);
			return this.#isTrue(why, session, member) ? null : `was not told for a reason that is not so: ${why.reason}`;
		}
		const starts = local(session.startsAt!);
		if (!this.#mayHear(session, member, starts) || this.#isOff('reminder', member)) return null;
		return 'nobody told them, and nothing says why';
	}

	/** Whether the reason that stands with a message is what the rows say, where they can say it. */
	#isTrue({ reason, kind }: Row, session: Session, member: Member): boolean {
		const starts = local(session.startsAt!);
		const contact = this.#contact(member);
		switch (reason) {
			case 'kind-off':
				return this.#isOff(kind, member);
			case 'all-stopped':
				return this.#isStopped(member);
			case 'no-safe-contact':
				return contact === null;
			case 'contact-unconfirmed':
				return contact?.needsSecondPerson === true && contact.confirmedAt === null;
			case 'contact-review-overdue':
				return contact !== null && contact.reviewBy < starts.toISODate()!;
			case 'rung-by-hand':
				return contact?.channel === 'call';
			case 'apology-recorded':
				return this.#register(session.id, member.enrolmentId)?.mark === 'absent-notified';
			case 'left-the-cohort':
			case 'not-expected':
				return !this.#mayHear(session, member, starts);
			default:
				return true;
		}
	}
}

function isGood(contact: Contact, at: DateTime): boolean {
	const isConfirmed = !contact.needsSecondPerson || contact.confirmedAt !== null;
	return isConfirmed && contact.reviewBy >= at.toISODate()!;
}

function isSafe({ safeDays, safeFrom, safeUntil }: Contact, at: DateTime): boolean {
	const weekday = at.setLocale('en-GB').toFormat('cccc').toLowerCase();
	const time = at.toFormat('HH:mm');
	return safeDays.split(' ').includes(weekday) && safeFrom <= time && time <= safeUntil;
}

function saysTheDay({ subject, text }: Mail, starts: DateTime, kind: string): boolean {
	const words = `${subject} ${text}`;
	const day = starts.setLocale('en-GB').toFormat('cccc d LLLL yyyy');
	const minutes = starts.minute === 0 ? '' : `:${starts.toFormat('mm')}`;
	const time = `${starts.toFormat('h')}${minutes}${starts.hour < 12 ? 'am' : 'pm'}`;
	return words.includes(day) && (kind === 'missed-you' || words.includes(time));
}
