import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { isFoundBy, MOST_FOUND } from '#app/domain/people/person-search.ts';
import { SIDE_NAMES } from '#app/domain/programmes/programme.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { listPeople } from '#db/queries/people.ts';

/**
 * Whom what was typed finds, among those whom the searcher may read and by what they are shown of them; in the order of
 * the lists, at most fifty. The side stands beside them for who knows of both.
 */
export function foundView(context: RequestContext, actor: StaffActor, typed: string) {
	const found = listPeople(context.db, actor).filter((person) => isFoundBy(typed, person));
	const shown = found.slice(0, MOST_FOUND);
	showsPeople(
		context,
		shown.map(({ personId }) => personId),
	);
	const knowsSides = mayAtAll(actor, 'read', 'family');
	return {
		isMore: found.length > MOST_FOUND,
		people: shown.map(({ personId, filedName, reference, side }) => ({
			href: paths.person(personId),
			name: filedName,
			reference,
			side: knowsSides ? SIDE_NAMES[side] : null,
		})),
	};
}
