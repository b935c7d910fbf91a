import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { KIND_NAMES } from '#app/domain/reminders/message-kinds.ts';
import { lockScreenPreview, type MessageSender, renderSample } from '#app/domain/reminders/render-message.ts';
import { ENGLISH } from '#app/domain/reminders/wording/message-language.ts';
import { type Stretch, wordChanges } from '#app/domain/reminders/wording/word-changes.ts';
import { areSameWords, type Words } from '#app/domain/reminders/wording/wording.ts';
import { formatInstant } from '#app/ui/format.ts';
import { wordingCaption, wordingConsequence } from '#app/ui/messages/wording-states.ts';
import { messageSender } from '#app/use-cases/reminders/message-sender.ts';
import { type ReviewedWording, reviewWording } from '#app/use-cases/reminders/wordings/review-wordings.ts';

export type WordingView = NonNullable<ReturnType<typeof readWording>>;

/** The words of one message: those in use beside those that wait, as templates and as they leave; null when there is none. */
export function readWording(context: AppContext, actor: StaffActor, wordingId: string) {
	const found = reviewWording(context, context.db, actor, wordingId);
	if (!found) return null;
	const { inUse, shipped, state, approved } = found;
	const waiting = shipped && !(inUse && areSameWords(shipped, inUse)) ? shipped : null;
	const sender = messageSender(context);
	const [before, after] =
		inUse && waiting ? changesOf(inUse, waiting) : [inUse && whole(inUse), waiting && whole(waiting)];
	return {
		...{ name: KIND_NAMES[found.kind], caption: wordingCaption(found), state },
		consequence: wordingConsequence(state, found.language === ENGLISH),
		inUse: inUse && {
			title: `In use: version ${inUse.number}`,
			approved: `Approved by ${inUse.approver} on ${formatInstant(inUse.approvedAt)}`,
			...versionOf(inUse, before!, sender),
		},
		waiting: waiting && {
			title: `Waits for approval: version ${(approved[0]?.number ?? 0) + 1}`,
			approved: null,
			...versionOf(waiting, after!, sender),
		},
		history: approved.map(historyLine),
	};
}

type Parts = { readonly subject: readonly Stretch[]; readonly body: readonly Stretch[] };

function versionOf(words: Words, parts: Parts, sender: MessageSender) {
	const sample = renderSample(words, sender);
	const { subject, body } = words;
	return { parts, read: { subject, body }, sample, onLockScreen: lockScreenPreview(sample) };
}

function changesOf(before: Words, after: Words): readonly [Parts, Parts] {
	const [subject, body] = [wordChanges(before.subject, after.subject), wordChanges(before.body, after.body)];
	return [
		{ subject: subject.before, body: body.before },
		{ subject: subject.after, body: body.after },
	];
}

function whole({ subject, body }: Words): Parts {
	const stretch = (text: string) => [{ text, isOnlyHere: false }];
	return { subject: stretch(subject), body: stretch(body) };
}

function historyLine({
	number,
	subject,
	body,
	approver,
	approvedAt,
	ender,
	endedAt,
}: ReviewedWording['approved'][number]) {
	return {
		number,
		words: `${subject}\n\n${body}`,
		approved: `${formatInstant(approvedAt)}, ${approver}`,
		ended: endedAt && ender ? `${formatInstant(endedAt)}, ${ender}` : 'In use',
	};
}
