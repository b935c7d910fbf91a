import { z } from 'zod';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { mayBeAccepted } from '#app/domain/gaps/acceptance.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { requiredText } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { formatInstant } from '#app/ui/format.ts';
import { gapLine } from '#app/ui/gaps/gap-line.ts';
import { findGap } from '#app/use-cases/gaps/find-gap.ts';

const REASON = 'Enter why nothing more can be done';

export const acceptanceForm = z.object({ reason: requiredText(REASON, 500) });

export const SENTENCES: RefusalSentences = {
	'reason-needed': () => ({ field: 'reason', sentence: REASON }),
	'accepted-already': ({ isYours }) => ({
		...{ field: 'form', status: 409 },
		sentence: isYours
			? 'Nothing was saved: you have accepted it already, and what you said then stands'
			: 'Nothing was saved: another lead has accepted it meanwhile, and that stands',
	}),
};

/** For whom would have taken back what they had not read. */
export const CHANGED = 'Nothing was taken back: it was accepted anew since you opened the page. Read what stands now.';

/** A gap and what was accepted of it; null when there is none, it can only be mended, or it is not the actor’s to decide on. */
export function acceptanceView(context: RequestContext, actor: StaffActor, key: string) {
	const gap = findGap(context, actor, key);
	if (!gap?.mayDecide || !mayBeAccepted(gap.kind)) return null;
	showsPeople(context, gap.place ? [gap.place.personId] : []);
	const { acceptance } = gap;
	return {
		...gapLine(gap, dayOf(context.clock.now())),
		accepted: acceptance && {
			id: acceptance.id,
			by: acceptance.by,
			on: formatInstant(acceptance.acceptedAt),
			reason: acceptance.reason ?? 'The reason is kept from you',
			endHref: paths.gapAcceptanceEnd(key),
		},
	};
}
