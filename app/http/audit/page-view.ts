import type { StaffActor } from '#app/domain/access/actor.ts';
import type { PersonId } from '#app/domain/shared/ids.ts';

/** What one request turns out to be, for its audit entry: filled in while the page is made. */
export type PageView = {
	/** The innermost route that was asked; null until one was. */
	routeId: string | null;
	params: Readonly<Record<string, string | undefined>>;
	/** Whose data the answer holds. */
	readonly people: Set<PersonId>;
	/** Who holds the secret that opened the page, where no sign-in did: the owner of a calendar address. */
	holder: StaffActor | null;
};

/** A page of which nothing is known yet. */
export function newPageView(): PageView {
	return { routeId: null, params: {}, people: new Set(), holder: null };
}

type Shown = { readonly view: PageView };

/** Says whose data the page that is being made will show: every loader that shows somebody's name or reference calls it. */
export function showsPeople({ view }: Shown, ids: Iterable<PersonId>): void {
	for (const id of ids) view.people.add(id);
}

/** Says whose secret opened the page, where nobody is signed in. */
export function openedBy({ view }: Shown, holder: StaffActor): void {
	view.holder = holder;
}
