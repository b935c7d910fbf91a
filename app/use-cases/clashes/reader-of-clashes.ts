import type { Actor } from '#app/domain/access/actor.ts';
import { grantedRelations, mayAtAll } from '#app/domain/access/policy.ts';

/** What of a clash's cause the actor may read: of families, and for what others than themselves are accredited. */
export function readerOfClashes(actor: Actor) {
	const seesFamilies = mayAtAll(actor, 'read', 'family') && mayAtAll(actor, 'read', 'non-association');
	const seesAccreditations =
		actor.kind === 'operator' ||
		grantedRelations(actor, 'read', 'accreditation').some((relation) => relation !== 'self');
	return { seesFamilies, seesAccreditations };
}
