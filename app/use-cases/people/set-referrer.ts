import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import type { EnrolmentId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { findReferrer } from '#db/queries/tasks/referrers.ts';
import { putReferrer } from '#db/stores/people.ts';
import { audited } from '../audit/audited.ts';

type ToSet = {
	readonly enrolmentId: EnrolmentId;
	/** The one that the page showed; 0 when there was none. */
	readonly version: number;
	readonly name: string;
	readonly agency: string;
	readonly email: string | null;
};

/**
 * Says who referred somebody to their place: a name, an agency and an e-mail address that is only ever shown, because
 * nothing is sent to it by itself (§8.5). Refused when it changed since the page was opened (`version`).
 */
export function setReferrer(
	context: AppContext,
	actor: StaffActor,
	{ enrolmentId, version, ...referrer }: ToSet,
): Outcome<undefined, 'not-found' | 'changed-meanwhile'> {
	const record = ['enrolment', enrolmentId] as const;
	return audited(context, { actor, action: 'referrer-set', record }, (tx, tell) => {
		const found = findReferrer(tx, actor, enrolmentId, 'write');
		if (!found) return refused('not-found');
		tell({ people: [found.person.personId] });
		if (found.version !== version) return refused('changed-meanwhile', { version: found.version });
		const set = { setAt: context.clock.now(), setBy: actor.staffId, version: version + 1 };
		putReferrer(tx, { enrolmentId, ...referrer, ...set });
		return done();
	});
}
