import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { KIND_NAMES } from '#app/domain/reminders/message-kinds.ts';
import type { MessageEvent } from '#app/domain/reminders/message-template.ts';
import { lockScreenPreview, type MessageSender, renderSample } from '#app/domain/reminders/render-message.ts';
import { paths } from '#app/paths.ts';
import { formatInstant } from '#app/ui/format.ts';
import { wordingCaption } from '#app/ui/messages/wording-states.ts';
import { messageSender } from '#app/use-cases/reminders/message-sender.ts';
import {
	type ReviewedWording,
	reviewWordings,
	waitsForLead,
} from '#app/use-cases/reminders/wordings/review-wordings.ts';

export type WordingsView = ReturnType<typeof readWordings>;

/** Every message to participants with how its words stand, by channel and language; beside it what else is written. */
export function readWordings(context: AppContext, actor: StaffActor) {
	const { config, content, db } = context;
	const sender = messageSender({ config });
	const wordings = reviewWordings(context, db, actor);
	return {
		waiting: wordings.filter(waitsForLead).length,
		groups: [...Map.groupBy(wordings, wordingCaption)].map(([caption, group]) => ({
			caption,
			lines: group.map((one) => lineOf(one, sender)),
		})),
		others: content.messages.flatMap(({ event, audience, ...words }) =>
			audience === 'participant'
				? []
				: [
						{
							name: OTHER_NAMES[event] ?? event,
							to: audience === 'staff' ? 'Staff' : 'A referrer, as a draft',
							onLockScreen: lockScreenPreview(renderSample(words, sender)),
						},
					],
		),
	};
}

function lineOf({ id, kind, state, inUse, shipped }: ReviewedWording, sender: MessageSender) {
	const shown = inUse ?? shipped!;
	return {
		...{ name: KIND_NAMES[kind], href: paths.wording(id), state },
		approved: inUse && `Version ${inUse.number}, by ${inUse.approver} on ${formatInstant(inUse.approvedAt)}`,
		onLockScreen: lockScreenPreview(renderSample(shown, sender)),
	};
}

const OTHER_NAMES: Partial<Readonly<Record<MessageEvent, string>>> = {
	invitation: 'A new account',
	notice: 'Something waits in Plumbline',
	'calendar-invitation': 'A session for the calendar',
	'calendar-update': 'A change for the calendar',
	'calendar-cancellation': 'A session to take out of the calendar',
	absences: 'Absences in a row',
	exit: 'A place ended',
	concern: 'A concern',
};
