import type { StaffActor } from '#app/domain/access/actor.ts';
import { CONTACT_STANDINGS, type ContactStanding, standingOf } from '#app/domain/people/safe-contact.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatDate } from '#app/ui/format.ts';
import { CHANNEL_NAMES, STANDING_NAMES } from '#app/ui/people/contact-words.ts';
import { listContactsToReview } from '#db/queries/contacts/contacts-to-review.ts';

const PER_PAGE = 50;

type Asked = { readonly standing: ContactStanding | null; readonly page: number };

/** The filter in the address; what is no filter of ours is left out, because an old link should still open the list. */
export function readAsked(request: Request): Asked {
	const asked = new URL(request.url).searchParams;
	return {
		standing: CONTACT_STANDINGS.find((one) => one === asked.get('standing')) ?? null,
		page: Number(asked.get('page') ?? '1'),
	};
}

/**
 * The people with a place now by how their safe contact stands, what has to be done first; or those who stand so. Whom a
 * restriction keeps from the reader is there by the reference, last of all, and under no standing.
 */
export function contactsView(context: RequestContext, actor: StaffActor, { standing, page }: Asked) {
	const today = dayOf(context.clock.now());
	const all = listContactsToReview(context.db, actor)
		.map((row) => ({ ...row, standing: row.isKept ? null : standingOf(row.contact, row.isShared, today) }))
		.toSorted((one, other) => orderOf(one.standing) - orderOf(other.standing));
	const listed = standing ? all.filter((row) => row.standing === standing) : all;
	const pages = Math.max(1, Math.ceil(listed.length / PER_PAGE));
	const current = Number.isInteger(page) && page >= 1 && page <= pages ? page : 1;
	const shown = listed.slice((current - 1) * PER_PAGE, current * PER_PAGE);
	showsPeople(
		context,
		shown.map(({ personId }) => personId),
	);
	const chip = (of: ContactStanding | null, label: string) => ({
		label,
		count: of ? all.filter((row) => row.standing === of).length : all.length,
		href: paths.safeContacts({ standing: of }),
		current: of === standing,
	});
	return {
		...{ standing, page: current, pages },
		chips: [
			chip(null, 'All'),
			...CONTACT_STANDINGS.map((of) => chip(of, STANDING_NAMES[of])).filter(
				({ count, current }) => count > 0 || current,
			),
		],
		people: shown.map(({ personId, filedName, reference, contact, setBy, setById, standing: stands, isKept }) => ({
			href: isKept ? null : paths.safeContact(personId),
			...{ name: filedName, reference, standing: stands, standingName: stands ? STANDING_NAMES[stands] : NOT_SHOWN },
			channel: contact ? CHANNEL_NAMES[contact.channel] : '',
			reviewBy: contact ? formatDate(contact.reviewBy) : '',
			setBy: setBy === null ? '' : setById === actor.staffId ? 'You' : setBy,
		})),
	};
}

const NOT_SHOWN = 'Not shown to you';

function orderOf(standing: ContactStanding | null): number {
	return standing ? CONTACT_STANDINGS.indexOf(standing) : CONTACT_STANDINGS.length;
}
