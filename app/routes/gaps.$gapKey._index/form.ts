import { z } from 'zod';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { GAP_MEANINGS, parseGapKey } from '#app/domain/gaps/gap-kinds.ts';
import { asId, type StaffId } from '#app/domain/shared/ids.ts';
import { lowerFirst } from '#app/domain/shared/in-words.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import { optionalText, requiredText, shownVersion, typedDay, withDays } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { gapLine } from '#app/ui/gaps/gap-line.ts';
import { findGap, isGapGone } from '#app/use-cases/gaps/find-gap.ts';
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
	'gap-gone': () => ({ field: 'form', status: 409, sentence: `Nothing was saved: ${lowerFirst(GONE)}` }),
	'accepted-already': () => ({
		...{ field: 'form', status: 409 },
		sentence: 'Nothing was saved: this gap is accepted. Take that back first',
	}),
};

/** For whom would have handed on what was mended meanwhile. */
const GONE = 'It is mended, or there is no need for it any more. There is nothing to hand on';

/** What the page shows; of a gap that is gone its kind alone. */
export type HandView = {
	readonly title: string;
	readonly about: string;
	readonly href: string | null;
	readonly owner: string;
	readonly due: string | null;
	readonly people: readonly { readonly value: string; readonly label: string }[];
	readonly version: number;
	readonly isGone: boolean;
};

/**
 * A gap and to whom it can be handed; one that is there no more is `isGone`. Null when there is none, or it is not the
 * actor’s to hand on.
 */
export function handView(context: RequestContext, actor: StaffActor, key: string): HandView | null {
	const gap = findGap(context, actor, key);
	if (!gap) return goneView(context, actor, key);
	if (!gap.mayDecide) return null;
	showsPeople(context, gap.place ? [gap.place.personId] : []);
	const people = listGapHolders(context.db, gap).map(({ staffId, name }) => ({
		value: staffId as string,
		label: staffId === actor.staffId ? `${name} (you)` : name,
	}));
	const { title, about, href, owner, due } = gapLine(gap, dayOf(context.clock.now()));
	return { title, about, href, owner, due, people, version: gap.task?.version ?? 0, isGone: false };
}

function goneView(context: RequestContext, actor: StaffActor, key: string): HandView | null {
	const kind = parseGapKey(key)?.kind;
	if (!kind || !isGapGone(context, actor, key)) return null;
	const none = { href: null, owner: '', due: null, people: [], version: 0 };
	return { ...none, title: GAP_MEANINGS[kind].title, about: GONE, isGone: true };
}

/** What stands now, for somebody whose page was opened before a colleague handed the gap on. */
export function staleHand({ owner, due }: HandView): string {
	return `Nothing was saved: somebody handed it on while you had it open. Whose it is now: ${owner}${due ? `, by ${due}` : ''}. What you entered is below`;
}
