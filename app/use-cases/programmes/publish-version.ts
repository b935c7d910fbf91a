import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { checkPublishing } from '#app/domain/programmes/versions/publish-version.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import { deleteVersionDraft, publishVersionDraft } from '#db/stores/programmes/own-versions.ts';
import { audited } from '../audit/audited.ts';
import { readVersion, type VersionKey } from './read-version.ts';

type Draft = VersionKey & { readonly version: number };
type Refusal = 'not-found' | 'published' | 'changed-meanwhile';

/**
 * Publishes a draft: cohorts whose first session is on that day or later take it, all others keep theirs, and it is never
 * changed again. Refused as `checkPublishing` says, and when the draft has changed since the page was opened, because
 * whoever publishes answers for the words.
 */
export function publishVersion(
	context: AppContext,
	actor: StaffActor,
	{ takesEffectOn, version, ...key }: Draft & { readonly takesEffectOn: CalendarDay },
): Outcome<undefined, Refusal | 'version-has-faults' | 'day-has-passed'> {
	const record = ['programme-version', key.versionId] as const;
	const at = context.clock.now();
	return audited(context, { actor, action: 'version-published', record }, (tx, tell) => {
		if (!mayAtAll(actor, 'write', 'programme-version')) return refused('not-found');
		const own = readVersion(context, tx, actor, key);
		const refusal = refuseDraft(own, version);
		if (!own || refusal) return refusal ?? refused('not-found');
		const checked = checkPublishing(own.programme, takesEffectOn, dayOf(at));
		if (!checked.done) return checked;
		publishVersionDraft(tx, { id: own.row.id, version }, takesEffectOn, { by: actor.staffId, at });
		tell({ details: { number: own.row.number, takesEffectOn } });
		return done();
	});
}

/** Throws a draft away with everything that was written in it. Refused as above. */
export function throwVersionAway(
	context: AppContext,
	actor: StaffActor,
	{ version, ...key }: Draft,
): Outcome<undefined, Refusal> {
	const record = ['programme-version', key.versionId] as const;
	return audited(context, { actor, action: 'version-thrown-away', record }, (tx, tell) => {
		if (!mayAtAll(actor, 'write', 'programme-version')) return refused('not-found');
		const own = readVersion(context, tx, actor, key);
		const refusal = refuseDraft(own, version);
		if (!own || refusal) return refusal ?? refused('not-found');
		deleteVersionDraft(tx, { id: own.row.id, version });
		tell({ details: { number: own.row.number } });
		return done();
	});
}

function refuseDraft(own: ReturnType<typeof readVersion>, version: number) {
	if (!own) return refused('not-found');
	if (own.row.state === 'published') return refused('published');
	return own.row.version === version ? null : refused('changed-meanwhile', { version: own.row.version });
}
