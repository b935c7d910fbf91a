import { z } from 'zod';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayBeAccepted } from '#app/domain/gaps/acceptance.ts';
import { GAP_MEANINGS, parseGapKey } from '#app/domain/gaps/gap-kinds.ts';
import { lowerFirst } from '#app/domain/shared/in-words.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { requiredText } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatInstant } from '#app/ui/format.ts';
import { gapLine } from '#app/ui/gaps/gap-line.ts';
import { findGap, isGapGone } from '#app/use-cases/gaps/find-gap.ts';
import type { SeenGap } from '#app/use-cases/gaps/read-gaps.ts';

type Acceptance = NonNullable<SeenGap['acceptance']>;

const REASON = 'Enter why nothing more can be done';

export const acceptanceForm = z.object({ reason: requiredText(REASON, 500) });

export const SENTENCES: RefusalSentences = {
	'reason-needed': () => ({ field: 'reason', sentence: REASON }),
	'gap-gone': () => ({ field: 'form', status: 409, sentence: `Nothing was saved: ${lowerFirst(GONE)}` }),
	'accepted-already': ({ isYours }) => ({
		...{ field: 'form', status: 409 },
		sentence: isYours
			? 'Nothing was saved: you have accepted it already, and what you said then stands'
			: 'Nothing was saved: another lead has accepted it meanwhile, and that stands',
	}),
};

/** For whom wanted to decide on what has been mended meanwhile. */
const GONE = 'It is mended, or there is no need for it any more. There is nothing to accept';

/** For whom would have taken back what they had not read. */
export const CHANGED = 'Nothing was taken back: it was accepted anew since you opened the page. Read what stands now.';

export type AcceptanceView = NonNullable<ReturnType<typeof acceptanceView>>;

/**
 * A gap and what was accepted of it, now or when less was missing; one that is there no more is `isGone`. Null when there is
 * none, it can only be mended, or it is not the actor’s to decide on.
 */
export function acceptanceView(context: RequestContext, actor: StaffActor, key: string) {
	const gap = findGap(context, actor, key);
	if (!gap) return goneView(context, actor, key);
	if (!gap.mayDecide || !mayBeAccepted(gap.kind)) return null;
	showsPeople(context, gap.place ? [gap.place.personId] : []);
	const { title, about } = gapLine(gap, dayOf(context.clock.now()));
	const accepted = gap.acceptance && {
		...inWords(gap.acceptance),
		id: gap.acceptance.id,
		endHref: paths.gapAcceptanceEnd(key),
	};
	return { title, about, isGone: false, accepted, outgrown: gap.outgrown && inWords(gap.outgrown) };
}

function goneView(context: RequestContext, actor: StaffActor, key: string) {
	const kind = parseGapKey(key)?.kind;
	if (!kind || !mayBeAccepted(kind) || !isGapGone(context, actor, key)) return null;
	return { title: GAP_MEANINGS[kind].title, about: `${GONE}.`, isGone: true, accepted: null, outgrown: null };
}

function inWords({ by, acceptedAt, reason }: Acceptance) {
	return { by, on: formatInstant(acceptedAt), reason: reason ?? 'The reason is kept from you' };
}
