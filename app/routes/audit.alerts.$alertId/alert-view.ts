import type { StaffActor } from '#app/domain/access/actor.ts';
import { plusDays } from '#app/domain/shared/calendar-day.ts';
import { clockTime } from '#app/domain/shared/clock-time.ts';
import type { Id } from '#app/domain/shared/ids.ts';
import { instantOf } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { CAUSES, lineOf } from '#app/ui/audit/entry-words.ts';
import { formatInstant } from '#app/ui/format.ts';
import { type AlertRow, findAlert, listPeopleAmong } from '#db/queries/audit/alerts.ts';
import { countAuditEntries, ENTRIES_PER_PAGE, EVERY_ENTRY, listAuditEntries } from '#db/queries/audit/entries.ts';

export type AlertView = NonNullable<ReturnType<typeof alertView>>;

/** An alert with the people whom it is about and the entries of that day behind it, in four reads; null when there is none. */
export function alertView(context: RequestContext, actor: StaffActor, alertId: Id<'alert'>, asked: number) {
	const alert = findAlert(context.db, actor, alertId);
	if (!alert) return null;
	const filter = { ...EVERY_ENTRY, staffId: alert.staffId, people: alert.people, ...dayOfAlert(alert) };
	const total = countAuditEntries(context.db, actor, filter);
	const pages = Math.max(1, Math.ceil(total / ENTRIES_PER_PAGE));
	const page = Math.min(asked, pages);
	return {
		id: alertId,
		version: alert.version,
		why: CAUSES[alert.cause],
		who: alert.staffName ?? 'A member of staff',
		when: formatInstant(alert.raisedAt),
		people: alert.people.length,
		named: alert.cause === 'mass-viewing' ? [] : namedIn(context, actor, alert),
		closed: alert.closedAt && { when: formatInstant(alert.closedAt), by: alert.closedBy, note: alert.note },
		isOwn: alert.staffId === actor.staffId,
		entries: listAuditEntries(context.db, actor, filter, page).map(lineOf),
		total,
		page,
		pages,
	};
}

function namedIn(context: RequestContext, actor: StaffActor, { people }: AlertRow) {
	const named = listPeopleAmong(context.db, actor, people);
	showsPeople(
		context,
		named.map(({ personId }) => personId),
	);
	return named.map(({ personId, name, reference }) => ({
		href: paths.person(personId),
		text: `${name} (${reference})`,
	}));
}

function dayOfAlert({ day }: AlertRow) {
	const midnight = clockTime('00:00');
	return { from: instantOf(day, midnight), until: instantOf(plusDays(day, 1), midnight) };
}
