import { expect, test } from 'vitest';
import { loadContent } from '#app/content/load-content.ts';
import { draftToReferrer } from '#app/domain/reminders/draft-to-referrer.ts';
import type { MessageEvent, MessageTemplate } from '#app/domain/reminders/message-template.ts';
import { TASK_KINDS, type TaskKind } from '#app/domain/tasks/task-kinds.ts';

const VALUES = { referrer: 'Jo Field', reference: 'D-101', sender: 'Team office' };

function templateOf(event: MessageEvent, audience: MessageTemplate['audience'] = 'referrer'): MessageTemplate {
	const words = {
		subject: `${event} of {{reference}}`,
		body: `Dear {{referrer}}\n{{sender}}, to ${audience}`,
		samples: {},
	};
	return { event, audience, channel: 'email', language: 'en', ...words };
}

const TEMPLATES = [
	templateOf('notice', 'staff'),
	templateOf('absences', 'staff'),
	...(['exit', 'concern', 'absences'] as const).map((event) => templateOf(event)),
];

test.each<[TaskKind, string]>([
	['absence-referrer', 'absences'],
	['exit-referrer', 'exit'],
	['concern', 'concern'],
])('of a task “%s” the referrer is told by the notice on %s, by the reference alone', (kind, event) => {
	expect(draftToReferrer(kind, TEMPLATES, VALUES)).toEqual({
		subject: `${event} of D-101`,
		body: 'Dear Jo Field\nTeam office, to referrer',
	});
});

test('no other task tells a referrer anything, whatever is shipped', () => {
	const telling = TASK_KINDS.filter((kind) => draftToReferrer(kind, TEMPLATES, VALUES) !== null);
	expect(telling).toEqual(['absence-referrer', 'exit-referrer', 'concern']);
});

test('without a notice to referrers there is no draft', () => {
	expect(draftToReferrer('exit-referrer', [templateOf('exit', 'staff'), templateOf('concern')], VALUES)).toBeNull();
});

test('there is one in the shipped content for each task that tells one', () => {
	const { messages } = loadContent();
	for (const kind of ['absence-referrer', 'exit-referrer', 'concern'] as const) {
		expect(draftToReferrer(kind, messages, VALUES)?.body).toContain('D-101');
	}
});
