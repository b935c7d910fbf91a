import type { TaskKind } from '../tasks/task-kinds.ts';
import { fillTemplate, type MessageEvent, type MessageTemplate } from './message-template.ts';
import type { RenderedMessage } from './render-message.ts';

/** Which notice each kind of task is about; none for a task that tells no referrer. */
const NOTICES: Partial<Readonly<Record<TaskKind, MessageEvent>>> = {
	'absence-referrer': 'absences',
	'exit-referrer': 'exit',
	concern: 'concern',
};

type Values = { readonly referrer: string; readonly reference: string; readonly sender: string };

/**
 * The notice to a referrer as a draft to be copied, printed or changed by hand: nothing of it is ever sent by itself (§8.5).
 * Null for a task that tells no referrer. It names the person by their reference alone.
 */
export function draftToReferrer(
	kind: TaskKind,
	templates: readonly MessageTemplate[],
	values: Values,
): RenderedMessage | null {
	const event = NOTICES[kind];
	const template = templates.find((one) => one.event === event && one.audience === 'referrer');
	return template ? fillTemplate(template, values) : null;
}
