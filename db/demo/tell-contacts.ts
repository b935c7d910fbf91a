import type { StaffActor } from '#app/domain/access/actor.ts';
import type { SafeContact, SafeContactDraft } from '#app/domain/people/safe-contact.ts';
import { plusDays, WEEKDAYS } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import { dayOf, plusMinutes } from '#app/domain/shared/instant.ts';
import { confirmSafeContact } from '#app/use-cases/people/confirm-safe-contact.ts';
import { setSafeContact } from '#app/use-cases/people/set-safe-contact.ts';
import { findPersonContact } from '../queries/safe-contacts.ts';
import type { Chapter } from './chapters.ts';
import { certainly, type Member, type Stage } from './stage.ts';

/**
 * Most people agreed how to be reached: by mail, some by a text, some only by being rung. Some did not, for some it is time
 * to ask again, and the last on the survivor side still waits for a second person.
 */
export function agreeContacts(stage: Stage, { coordinator, team }: Chapter, members: readonly Member[]): void {
	const { context, actor, chance } = stage;
	const setter = actor(coordinator);
	for (const [index, { personId }] of members.entries()) {
		if (chance.happens(0.15)) continue;
		const draft = draftOf(stage, personId, index);
		const set = certainly(setSafeContact(context, setter, { personId, replaces: null, draft }));
		if (set.waitsForSecondPerson && index < members.length - 1) confirm(stage, actor(team[0]), personId);
	}
}

function draftOf({ chance, now }: Stage, personId: PersonId, index: number): SafeContactDraft {
	const reviewBy = plusDays(dayOf(now), chance.happens(0.1) ? -1 : 10 + Math.floor(chance.next() * 18));
	const mail = { channel: 'email', address: `p${index + 1}.${personId.slice(0, 6)}@example.net` } as const;
	// Numbers that belong to nobody, kept free for stories.
	const phone = {
		channel: index % 6 === 5 ? 'text' : 'call',
		address: `07700 900${100 + numberOf(personId)}`,
	} as const;
	return {
		...(index % 6 < 4 ? mail : phone),
		safeDays: WEEKDAYS.filter((weekday) => weekday !== 'sunday' && (weekday !== 'saturday' || chance.happens(0.5))),
		safeFrom: clockTime(chance.pick(['08:00', '09:00', '12:00'])),
		safeUntil: clockTime(chance.pick(['17:30', '19:00', '20:00'])),
		reviewBy,
		mayLeaveVoicemail: index % 3 === 0,
		mayNameOrganisation: index % 5 === 0,
		withholdsNumber: index % 2 === 0,
		codeWord: ['heron', null, 'teapot', null, 'marble', null][index % 6]!,
		language: null,
	};
}

function numberOf(personId: PersonId): number {
	return [...personId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 900, 7);
}

function confirm({ context }: Stage, second: StaffActor, personId: PersonId): void {
	const { id } = findPersonContact(context.db, second, personId, 'write')!.contact!;
	certainly(confirmSafeContact(context, second, { personId, confirms: id }));
}

/** Yesterday a mother gave a number that is her children’s father’s: it was not taken, and the leads have a task. */
export function tellSharedContact(
	{ context, actor, at, now }: Stage,
	fathers: readonly Member[],
	mothers: readonly Member[],
): void {
	at(plusMinutes(now, -24 * 60));
	const leila = actor('leila');
	const couple = [0, 1, 2, 4].find(
		(one) => findPersonContact(context.db, actor('priya'), fathers[one]!.personId)?.contact,
	);
	const { personId } = mothers[couple!]!;
	const his = findPersonContact(context.db, actor('priya'), fathers[couple!]!.personId)!.contact!;
	const replaces = findPersonContact(context.db, leila, personId)!.contact?.id ?? null;
	const reviewBy = plusDays(dayOf(now), 21);
	const set = setSafeContact(context, leila, { personId, replaces, draft: { ...draftAsHis(his), reviewBy } });
	if (set.done) throw new Error('the demonstration story took a safe contact that is shared');
	at(now);
}

function draftAsHis({ id: _id, isConfirmed: _isConfirmed, ...draft }: SafeContact): SafeContactDraft {
	const { channel, address, safeDays, safeFrom, safeUntil, reviewBy, ...phone } = draft;
	const { mayLeaveVoicemail, mayNameOrganisation, withholdsNumber, codeWord, language } = phone;
	const moments = { safeDays, safeFrom, safeUntil, reviewBy };
	const agreed = { mayLeaveVoicemail, mayNameOrganisation, withholdsNumber, codeWord, language };
	return { channel, address, ...moments, ...agreed };
}
