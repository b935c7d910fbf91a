import { GAP_MEANINGS, type GapKind } from '#app/domain/gaps/gap-kinds.ts';
import type { GapAge } from '#app/domain/gaps/gap-order.ts';
import { type CalendarDay, daysBetween } from '#app/domain/shared/calendar-day.ts';
import type { EnrolmentId, PersonId, SessionId } from '#app/domain/shared/ids.ts';
import { DESK_NAMES, type TaskDesk } from '#app/domain/tasks/task-kinds.ts';
import { paths } from '#app/paths.ts';
import { formatCount, formatShortDay } from '#app/ui/format.ts';
import { sessionTitle } from '#app/ui/session-name.ts';

/** How long gaps have been there, as filters and counts say it. */
export const AGE_NAMES: Readonly<Record<GapAge, string>> = {
	week: 'Up to 7 days',
	month: '8 to 28 days',
	older: 'More than 28 days',
};

type ListedGap = {
	readonly key: string;
	readonly kind: GapKind;
	readonly since: CalendarDay | null;
	readonly cohort: { readonly name: string | null };
	readonly session: (Parameters<typeof sessionTitle>[0] & { readonly id: SessionId }) | null;
	readonly place: {
		readonly enrolmentId: EnrolmentId;
		readonly personId: PersonId;
		readonly person: string | null;
		readonly readsPerson: boolean;
	} | null;
	readonly desk: TaskDesk;
	readonly owners: readonly { readonly name: string }[];
	readonly task: { readonly dueOn: CalendarDay } | null;
};

/** A gap as lists show it: what is missing, of what, since when, and whose it is by which day. */
export function gapLine(gap: ListedGap, today: CalendarDay) {
	const { key, kind, cohort, session, place, since, task } = gap;
	return {
		key,
		title: GAP_MEANINGS[kind].title,
		about: [session ? sessionTitle(session) : (place?.person ?? ''), cohort.name].filter(Boolean).join(', '),
		/** Where it is mended; null where the reader may not go there. */
		href: placeToMend(gap),
		since: since === null ? 'No day is known' : formatShortDay(since),
		age: since === null ? '' : formatCount('day', Math.max(0, daysBetween(since, today))),
		owner: ownersInWords(gap),
		due: task && formatShortDay(task.dueOn),
		isOverdue: task !== null && task.dueOn < today,
	};
}

/** The people whose it is by name; the desk where it has nobody. */
export function ownersInWords({ owners, desk }: Pick<ListedGap, 'owners' | 'desk'>): string {
	return owners.length > 0 ? owners.map(({ name }) => name).join(', ') : `${DESK_NAMES[desk]} (nobody by name)`;
}

function placeToMend({ kind, session, place }: ListedGap): string | null {
	if (session) return SESSION_PAGES[kind]?.(session.id) ?? paths.session(session.id);
	if (!place) return null;
	if (kind === 'referrer-contacts-missing') return paths.referrerContacts(place.enrolmentId);
	return place.readsPerson ? paths.person(place.personId) : null;
}

/** The page of the session on which it is mended, where that is not its own. */
const SESSION_PAGES: Partial<Readonly<Record<GapKind, (id: SessionId) => string>>> = {
	'register-incomplete': paths.register,
	'log-missing': (id) => paths.deliveryLog(id),
};
