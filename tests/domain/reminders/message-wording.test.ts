import { expect, test } from 'vitest';
import { fillTemplate, type MessageTemplate, placeholdersIn } from '#app/domain/reminders/message-template.ts';
import { checkWording, type WordingRule } from '#app/domain/reminders/message-wording.ts';
import { tellingWordsIn } from '#app/domain/reminders/wording/telling-words.ts';

const reminder: MessageTemplate = {
	event: 'reminder',
	audience: 'participant',
	channel: 'email',
	language: 'en',
	subject: 'Reminder: {{day}}',
	body: 'Hello,\n\nYour appointment is on {{day}} at {{time}}.\n\nRing {{phone?}} if you cannot come.\n\n{{sender}}',
	samples: { day: 'Tuesday 13 January 2026', time: '6:30pm', phone: '0113 496 0123', sender: 'The appointments team' },
};
const invitation: MessageTemplate = {
	...reminder,
	event: 'invitation',
	audience: 'staff',
	subject: 'Your account',
	body: 'Open {{link}} for the programme at {{organisation}}.',
	samples: { link: 'https://example.org/x', organisation: 'Example' },
};
const faultsOf = (change: Partial<MessageTemplate>, base = reminder) =>
	checkWording({ ...base, ...change }, ['Caring Dads']).map(({ at, sentence }) => `${at.join(' ')}: ${sentence}`);
const bodyWith = (words: string) => ({ body: `${reminder.body}\n${words}` });

test('a neutral reminder passes', () => {
	expect(checkWording(reminder, ['Caring Dads'])).toEqual([]);
});

test.each([
	['Your programme', 'programme'],
	['The group meets', 'group'],
	['about ABUSE', 'ABUSE'],
	['your ex-partner', 'ex, partner'],
	['the children', 'children'],
	['other dads', 'dads'],
	['at the town hall', 'hall'],
	['in room 3', 'room'],
	['your family’s worker', 'family, worker'],
	['Social Services', 'Social'],
	['the risk', 'risk'],
	['your parenting', 'parenting'],
])('“%s” tells too much', (text, words) => {
	expect(tellingWordsIn(text).join(', ')).toBe(words);
	expect(faultsOf(bodyWith(text))).toContain(
		`body 7: “${words.split(', ')[0]}” could tell somebody else what this is about: say it without.`,
	);
});

test.each([
	'an example',
	'next time',
	'extra time',
	'this reason',
	'your appointment',
	'The Tuesday team',
	'Samson',
	'a shallow dish',
])('“%s” tells nothing', (text) => {
	expect(tellingWordsIn(text)).toEqual([]);
});

test('the name of a programme is refused in whatever capitals', () => {
	expect(checkWording({ ...reminder, ...bodyWith('Lucky Tuesdays') }, ['LUCKY TUESDAYS'])).toEqual([
		{
			rule: 'programme-name',
			at: ['body', 7],
			sentence: '“LUCKY TUESDAYS” names a programme: a neutral message never does.',
		},
	]);
});

test('a programme is named by what stands before the colon of its name too', () => {
	expect(checkWording({ ...reminder, ...bodyWith('lucky tuesdays') }, ['Lucky Tuesdays: evenings'])).toHaveLength(1);
});

test.each([
	'https://example.org',
	'http://localhost/x',
	'www.example.org',
	'see example.org.uk',
	'plumbline.scot',
	'bit.ly/3xYz',
	'a@b.co',
])('the link %s is refused', (link) => {
	expect(faultsOf(bodyWith(link))).toEqual(['body 7: A neutral message holds no link: take it out.']);
});

test('a time and the end of a sentence are no link', () => {
	expect(faultsOf(bodyWith('At 6.30pm. Bring a pen.'))).toEqual([]);
	expect(faultsOf(bodyWith('At 6 p.m. as always'))).toEqual([]);
});

test('a telling sample is refused, because it shows what will be sent', () => {
	expect(faultsOf({ samples: { ...reminder.samples, sender: 'Domestic team' } })).toEqual([
		'samples sender: “Domestic” could tell somebody else what this is about: say it without.',
	]);
});

test('a participant’s message knows no link and a staff message no day', () => {
	expect(faultsOf(bodyWith('{{link}}'))).toEqual([
		'body 7: {{link}} is not known here: use {{day}}, {{time}}, {{sender}}, {{phone?}}.',
	]);
	expect(faultsOf({ subject: 'On {{day}}' }, invitation)).toEqual([
		'subject: {{day}} is not known here: use {{link}}, {{organisation}}, {{phone?}}.',
	]);
});

test('what may be without a value says so', () => {
	expect(faultsOf(bodyWith('{{phone}}'))).toEqual([
		'body 7: {{phone}} is not known here: use {{day}}, {{time}}, {{sender}}, {{phone?}}.',
	]);
});

test.each(['{day}', '{{day}', '{{ day }}', '{{Day}}', 'a } here'])('the brace in “%s” is found', (text) => {
	expect(faultsOf(bodyWith(text))).toEqual([
		'body 7: A brace is left over: write a placeholder as {{day}}, {{time}}, {{sender}}, {{phone?}}.',
	]);
});

test('a brace that is left over beside a placeholder is found', () => {
	expect(faultsOf(bodyWith('{{day}} at {time}'))).toEqual([
		'body 7: A brace is left over: write a placeholder as {{day}}, {{time}}, {{sender}}, {{phone?}}.',
	]);
});

test('a typed number, a hidden character and a sample of two lines are named as what they are', () => {
	expect(faultsOf(bodyWith('Ring 0113 496 0123'))).toEqual([
		'body 7: A number is typed into the message, and anybody can look up whose it is: take it out.',
	]);
	expect(faultsOf(bodyWith('Your chil\u00addren'))).toEqual([
		'body 7: A character hides in the words, or two alphabets are mixed in one: write the words anew.',
	]);
	expect(faultsOf({ samples: { ...reminder.samples, time: '6:30pm\nsharp' } })).toContain(
		'samples time: The sample for {{time}} goes on one line.',
	);
});

test('seven figures are no telephone number, and a whole word of another alphabet hides nothing', () => {
	expect(faultsOf(bodyWith('Your number is 1234567.'))).toEqual([]);
	expect(faultsOf(bodyWith('Привет, Γειά σου.'))).toEqual([]);
});

test('all but the link to a new account of staff is neutral', () => {
	const telling = bodyWith('The group meets');
	expect(faultsOf({ ...telling, event: 'invitation' })).not.toEqual([]);
	expect(faultsOf({ event: 'notice' }, invitation)).toContain(
		'body 0: “programme” could tell somebody else what this is about: say it without.',
	);
});

test('every placeholder has a sample, and every sample a placeholder', () => {
	const { day: _, ...others } = reminder.samples;
	const faults = faultsOf({ samples: { ...others, days: '3' } });
	expect(faults).toEqual([
		'subject: {{day}} has no sample: add one at the head of the file.',
		'body 2: {{day}} has no sample: add one at the head of the file.',
		'samples days: No placeholder {{days}} stands in the message.',
	]);
});

test('a subject has at most 60 characters and a body 600, samples put in', () => {
	const subject = (letters: number) => ({ subject: 'a'.repeat(letters) });
	expect(faultsOf(subject(60))).toEqual([]);
	expect(faultsOf(subject(61))).toEqual(['subject: The subject has 61 characters with its samples: 60 is the most.']);
	const filled = fillTemplate(reminder, reminder.samples).body.length;
	const body = (letters: number) => ({ body: reminder.body + 'a'.repeat(letters - filled) });
	expect(faultsOf(body(600))).toEqual([]);
	expect(faultsOf(body(601))).toEqual(['body 0: The body has 601 characters with its samples: 600 is the most.']);
});

test('a text fits into one message with its samples, as its characters count', () => {
	const samples = { day: reminder.samples.day! };
	const text = (body: string) => ({ channel: 'text' as const, samples, subject: '', body: `{{day}}${body}` });
	const left = 160 - samples.day.length;
	expect(faultsOf(text('a'.repeat(left)))).toEqual([]);
	expect(faultsOf(text('a'.repeat(left + 1)))).toEqual([
		'body 0: The text takes 2 messages with its samples (161 in GSM-7): it must fit into one.',
	]);
	expect(faultsOf(text(`${'a'.repeat(left - 1)}€`))).toEqual([
		'body 0: The text takes 2 messages with its samples (161 in GSM-7): it must fit into one.',
	]);
	expect(faultsOf(text(`${'a'.repeat(70 - samples.day.length)}’`))).toEqual([
		'body 0: The text takes 2 messages with its samples (71 in UCS-2): it must fit into one. “’” makes every character count more than twice.',
	]);
});

test('a text in another language is measured on its longest day, not on the one of its sample', () => {
	const samples = { day: 'wtorek, 6 lipca 2026' };
	const polish = (body: string) => ({ language: 'pl', channel: 'text' as const, samples, subject: '', body });
	expect(faultsOf(polish('Do zobaczenia: {{day}}'))).toEqual([]);
	expect(faultsOf(polish(`Do zobaczenia: {{day}}${'a'.repeat(60)}`))).toEqual([
		expect.stringMatching(/^body 0: The text takes 2 messages .* in UCS-2\): it must fit into one\. “[^a-z]”/),
	]);
});

test('staff may read the name of a thing and follow a link', () => {
	expect(checkWording(invitation, ['Caring Dads'])).toEqual([]);
});

test('the values stand in the place of their placeholders', () => {
	expect(fillTemplate(reminder, reminder.samples)).toEqual({
		subject: 'Reminder: Tuesday 13 January 2026',
		body: 'Hello,\n\nYour appointment is on Tuesday 13 January 2026 at 6:30pm.\n\nRing 0113 496 0123 if you cannot come.\n\nThe appointments team',
	});
});

test('a line without its optional value is left out with the empty line before it', () => {
	expect(fillTemplate(reminder, { ...reminder.samples, phone: null }).body).toBe(
		'Hello,\n\nYour appointment is on Tuesday 13 January 2026 at 6:30pm.\n\nThe appointments team',
	);
});

test('a message never leaves with a placeholder still in it', () => {
	expect(() => fillTemplate(reminder, { ...reminder.samples, time: null })).toThrow('time');
});

test('a value is never read as a placeholder', () => {
	expect(fillTemplate(reminder, { ...reminder.samples, sender: '{{time}}' }).body).toContain('{{time}}');
});

test('placeholders are found in their order', () => {
	expect(placeholdersIn('{{time}} and {{phone?}} and {{time}}')).toEqual(['time', 'phone?', 'time']);
});

const rulesBroken = (change: Partial<MessageTemplate>) => [
	...new Set(checkWording({ ...reminder, ...change }, ['Caring Dads: for fathers']).map(({ rule }) => rule)),
];

test.each<[string, Partial<MessageTemplate>, WordingRule]>([
	['a programme is meant', bodyWith('Your next programme evening.'), 'telling-word'],
	['abuse is meant', bodyWith('For people who were abusive.'), 'telling-word'],
	['a partner is meant', bodyWith('Your ex may ask.'), 'telling-word'],
	['a child is meant', bodyWith('Bring a photo of the baby.'), 'telling-word'],
	['a venue is meant', bodyWith('At the library, as always.'), 'telling-word'],
	['another cohort is meant', bodyWith('Not the other cohort.'), 'telling-word'],
	['another service is meant', bodyWith('Your solicitor was told.'), 'telling-word'],
	['who comes is meant', bodyWith('Only for men.'), 'telling-word'],
	['in capitals', { subject: 'PROBATION appointment' }, 'telling-word'],
	['a tell-tale sender', { samples: { ...reminder.samples, sender: 'The Refuge' } }, 'telling-word'],
	['the short name of a programme', bodyWith('See you at caring dads.'), 'programme-name'],
	['a link', bodyWith('More at https://example.org/x'), 'link'],
	['a link that no one wrote as one', bodyWith('Look at bit.ly/x.'), 'link'],
	['an address', bodyWith('Write to team@example.org'), 'link'],
	['a number', bodyWith('Ring 0113 496 0123.'), 'number'],
	['a number of another country', bodyWith('Ring +44 (0)113 496-0123.'), 'number'],
	['an invisible character', bodyWith('Your part\u200bner.'), 'hidden-character'],
	['a soft hyphen', bodyWith('Your chil\u00addren.'), 'hidden-character'],
	['a letter of another alphabet', bodyWith('Your d\u0430ds.'), 'hidden-character'],
	['text that is turned round', bodyWith('\u202esdad'), 'hidden-character'],
	['a mark that joins and is not seen', bodyWith('Your part\u034fner.'), 'hidden-character'],
	['a variation selector', bodyWith('Your chil\ufe0fdren.'), 'hidden-character'],
	['a letter that is not seen', bodyWith('Your d\u3164ads.'), 'hidden-character'],
	['an empty pattern', bodyWith('Your d\u2800ads.'), 'hidden-character'],
	['a line break that no editor counts', bodyWith('Your d\u2028ads.'), 'hidden-character'],
	['a letter of a third alphabet', bodyWith('Your p\u0561rtner.'), 'hidden-character'],
	['wide letters', bodyWith('Your ｐａｒｔｎｅｒ.'), 'telling-word'],
	['letters of a formula', bodyWith('Your 𝐩𝐚𝐫𝐭𝐧𝐞𝐫.'), 'telling-word'],
	['an accent on a telling word', bodyWith('Your pártner.'), 'telling-word'],
	['an accent of its own on a telling word', bodyWith('Your pa\u0301rtner.'), 'telling-word'],
	['a programme over two lines', bodyWith('See you at Caring\nDads.'), 'programme-name'],
	['a programme with a wide space', bodyWith('See you at Caring \u00a0Dads.'), 'programme-name'],
	['a link in other letters', bodyWith('Look at пример.укр'), 'link'],
	['a link with a wide dot', bodyWith('Look at bit．ly'), 'link'],
	['a number with long dashes', bodyWith('Ring 0113–496–0123.'), 'number'],
	['a number in wide figures', bodyWith('Ring ０１１３ ４９６ ０１２３.'), 'number'],
	['a placeholder that is not known', bodyWith('{{venue}}'), 'placeholder'],
	['a brace too few', bodyWith('{{day}'), 'placeholder'],
	['a placeholder without a sample', { samples: { ...reminder.samples, time: '' } }, 'sample'],
	['a sample without a placeholder', { samples: { ...reminder.samples, place: 'x' } }, 'sample'],
	['a sample of two lines', { samples: { ...reminder.samples, time: '6:30pm\nsharp' } }, 'sample'],
	['a long subject', { subject: 'a '.repeat(40) }, 'length'],
	['a long body', bodyWith('so '.repeat(200)), 'length'],
])('%s: refused by the rule', (_, change, rule) => {
	expect(rulesBroken(change)).toContain(rule);
});

test('a day, a time and an accent are neither a number nor a hidden character', () => {
	expect(rulesBroken(bodyWith('On 13.01. at 18:30, 2 or 3 of you: café, naïve, Siân.'))).toEqual([]);
});

test('another language has telling words of its own beside the English ones', () => {
	const welsh = { ...reminder, language: 'cy', ...bodyWith('Eich plant a’ch gwraig.') };
	expect(checkWording(welsh, [])).toEqual([]);
	expect(checkWording(welsh, [], ['plant*', 'gwraig']).map(({ sentence }) => sentence)).toEqual([
		'“plant” could tell somebody else what this is about: say it without.',
		'“gwraig” could tell somebody else what this is about: say it without.',
	]);
});
