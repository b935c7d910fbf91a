import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { nextVersionOver } from '#app/domain/programmes/versions/own-version.ts';
import type { ProgrammeVersionId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { listOwnVersions } from '#db/queries/programmes/own-versions.ts';
import { insertVersionDraft } from '#db/stores/programmes/own-versions.ts';
import { audited } from '../audit/audited.ts';

type Start = { readonly slug: string; readonly from: string };

/**
 * Starts a draft of the next version of a programme, with the wording of a version that is shipped or published. Refused
 * while there is another draft of it (details: which), because two would be published over each other.
 */
export function startVersion(
	context: AppContext,
	actor: StaffActor,
	{ slug, from }: Start,
): Outcome<ProgrammeVersionId, 'not-found' | 'draft-there'> {
	return audited(context, { actor, action: 'version-started' }, (tx, tell) => {
		if (!mayAtAll(actor, 'write', 'programme-version')) return refused('not-found');
		const programme = context.content.findProgramme({ slug, version: from, variant: null });
		if (!programme) return refused('not-found');
		const own = listOwnVersions(tx, actor, slug);
		const draft = own.find(({ state }) => state === 'draft');
		if (draft) return refused('draft-there', { versionId: draft.id });
		const { programmes } = context.content;
		const shipped = own.find(({ number }) => number === from)?.shipped ?? from;
		const taken = [...own.map(({ number }) => number), ...programmes.map(({ version }) => version)];
		const id = context.ids.next<ProgrammeVersionId>();
		const number = nextVersionOver(shipped, taken);
		const { plans } = programme;
		insertVersionDraft(
			tx,
			{ id, slug, number, shipped, startedFrom: from, plans },
			{ by: actor.staffId, at: context.clock.now() },
		);
		tell({ record: ['programme-version', id], details: { number, from } });
		return done(id);
	});
}
