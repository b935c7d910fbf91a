import type { StaffActor } from '#app/domain/access/actor.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { lineOf } from '#app/ui/audit/entry-words.ts';
import { countAuditEntries, ENTRIES_PER_PAGE, EVERY_ENTRY, listAuditEntries } from '#db/queries/audit/entries.ts';
import { findPerson } from '#db/queries/people.ts';

export type ViewsView = NonNullable<ReturnType<typeof viewsView>>;

/** One page of everything that was shown or changed of a person, in three reads; null when the actor may not read them. */
export function viewsView(context: RequestContext, actor: StaffActor, personId: PersonId, asked: number) {
	const person = findPerson(context.db, actor, personId);
	if (!person) return null;
	showsPeople(context, [personId]);
	const filter = { ...EVERY_ENTRY, people: [personId] };
	const total = countAuditEntries(context.db, actor, filter);
	const pages = Math.max(1, Math.ceil(total / ENTRIES_PER_PAGE));
	const page = Math.min(asked, pages);
	return {
		personId,
		name: person.name,
		reference: person.reference,
		entries: listAuditEntries(context.db, actor, filter, page).map(lineOf),
		total,
		page,
		pages,
	};
}
