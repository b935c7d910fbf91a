import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { reasonsToAlert, VIEWING_MINUTES } from '#app/domain/audit/viewing-rules.ts';
import type { Id, PersonId, StaffId } from '#app/domain/shared/ids.ts';
import { dayOf, type Instant, plusMinutes } from '#app/domain/shared/instant.ts';
import type { Db } from '#db/client.ts';
import { findPostcodeOfStaff, listViewedPeople, listViewedSince } from '#db/queries/audit/viewing.ts';
import { raiseAlert } from '#db/stores/audit.ts';

type Look = {
	readonly viewer: StaffActor;
	readonly people: readonly PersonId[];
	readonly at: Instant;
	/** The entry of it. */
	readonly seq: number;
};

type Recent = Map<PersonId, Instant>;

/** Whom each member of staff has looked at lately and when last, as their entries say; read from them once and then kept up. */
const recentOf = new WeakMap<Db, Map<StaffId, Recent>>();

/**
 * Raises what the rule asks for about this look at people; call it in the transaction of its entry. Only those are judged
 * whom the viewer has not looked at within the hour.
 */
export function noteViewing(context: AppContext, tx: Db, look: Look): void {
	const { people, at } = look;
	if (people.length === 0) return;
	const since = hourBefore(at);
	const recent = recentBy(tx, look, since);
	const fresh = people.filter((personId) => (recent.get(personId) ?? since) <= since);
	if (fresh.length > 0) raiseAlerts(context, tx, look, { fresh, before: stillRecent(recent, since) });
	for (const personId of people) recent.set(personId, at);
}

/** Has what was noted read anew from the entries: call it when the transaction of a look did not come to its end. */
export function forgetViewing(db: Db): void {
	recentOf.delete(db);
}

/** The same for all pages of a second: worked out once. */
let hour: { readonly at: Instant; readonly before: Instant } | null = null;

function hourBefore(at: Instant): Instant {
	if (hour?.at !== at) hour = { at, before: plusMinutes(at, -VIEWING_MINUTES) };
	return hour.before;
}

type Freshness = { readonly fresh: readonly PersonId[]; readonly before: readonly PersonId[] };

function raiseAlerts({ ids }: AppContext, tx: Db, { viewer, at, seq }: Look, { fresh, before }: Freshness): void {
	const { staffId, name, roles } = viewer;
	const reasons = reasonsToAlert({
		viewer: { name, roles, postcode: findPostcodeOfStaff(tx, staffId) },
		withinTheHour: [...before, ...fresh],
		newlyViewed: listViewedPeople(tx, fresh),
	});
	for (const reason of reasons) {
		raiseAlert(tx, { id: ids.next<Id<'alert'>>(), staffId, day: dayOf(at), raisedAt: at, seq, ...reason });
	}
}

function recentBy(tx: Db, { viewer: { staffId }, seq }: Look, since: Instant): Recent {
	const all = recentOf.get(tx) ?? new Map<StaffId, Recent>();
	recentOf.set(tx, all);
	const known = all.get(staffId);
	if (known) return known;
	const read = new Map(listViewedSince(tx, staffId, since, seq).map(({ personId, lastAt }) => [personId, lastAt]));
	all.set(staffId, read);
	return read;
}

function stillRecent(recent: Recent, since: Instant): readonly PersonId[] {
	for (const [personId, at] of recent) if (at <= since) recent.delete(personId);
	return [...recent.keys()];
}
