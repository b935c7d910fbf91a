import { z } from 'zod';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { optionalText, requiredText, shownVersion, typedDay, withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { gapLine } from '#app/ui/gaps/gap-line.ts';
import { findGap } from '#app/use-cases/gaps/find-gap.ts';
import { listGapHolders } from '#app/use-cases/gaps/hand-gap.ts';

const TO = 'Choose to whom it goes';

export const handForm = withDays(
	['due'],
	z.object({
		version: shownVersion(),
		to: requiredText(TO).transform((id) => asId<StaffId>(id)),
		due: typedDay({ missing: 'Enter the day by which it is to be mended' }),
		words: optionalText(500),
	}),
);

export const SENTENCES: RefusalSentences = {
	'owner-missing': () => ({
		field: 'to',
		sentence: 'Choose somebody else: they may not do this now, or have their own log of a session to write first',
	}),
	'day-past': () => ({ field: 'due', sentence: 'Enter a day that is today or later' }),
	'accepted-already': () => ({
		...{ field: 'form', status: 409 },
		sentence: 'Nothing was saved: this gap is accepted. Take that back first',
	}),
};

export type HandView = NonNullable<ReturnType<typeof handView>>;

/** A gap and to whom it can be handed; null when there is none, or it is not the actor’s to hand on. */
export function handView(context: RequestContext, actor: StaffActor, key: string) {
	const gap = findGap(context, actor, key);
	if (!gap?.mayDecide) return null;
	showsPeople(context, gap.place ? [gap.place.personId] : []);
	const people = listGapHolders(context.db, gap).map(({ staffId, name }) => ({
		value: staffId as string,
		label: staffId === actor.staffId ? `${name} (you)` : name,
	}));
	return { ...gapLine(gap, dayOf(context.clock.now())), people, version: gap.task?.version ?? 0 };
}

/** What stands now, for somebody whose page was opened before a colleague handed the gap on. */
export function staleHand({ owner, due }: HandView): string {
	return `Nothing was saved: somebody handed it on while you had it open. Whose it is now: ${owner}${due ? `, by ${due}` : ''}. What you entered is below`;
}
