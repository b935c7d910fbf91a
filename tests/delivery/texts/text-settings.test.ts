import { expect, test } from 'vitest';
import { readTextSettings } from '#app/delivery/texts/text-settings.ts';
import { MESSAGE_KINDS } from '#app/domain/reminders/message-kinds.ts';
import { NOTIFY_KEY, NOTIFY_TEMPLATES } from '#tests/support/notify-server.ts';

const NOTIFY = { NOTIFY_API_KEY: NOTIFY_KEY, NOTIFY_TEMPLATES };
const TOKEN = 'a'.repeat(32);

function read(env: Readonly<Record<string, string>>, sendsMail = true) {
	const faults: string[] = [];
	return { settings: readTextSettings((name) => env[name] ?? null, sendsMail, faults), faults };
}

test('without a setting nothing sends texts', () => {
	expect(read({})).toEqual({ settings: null, faults: [] });
});

test('Notify is set by its key and a template for each kind; its reports are taken with a token', () => {
	const { settings, faults } = read({ ...NOTIFY, NOTIFY_CALLBACK_TOKEN: TOKEN });
	expect(faults).toEqual([]);
	expect(settings).toMatchObject({
		...{ by: 'notify', apiKey: NOTIFY_KEY, callbackToken: TOKEN },
		url: 'https://api.notifications.service.gov.uk',
	});
	expect(Object.keys((settings as { templates: object }).templates).toSorted()).toEqual([...MESSAGE_KINDS].toSorted());
	expect(read(NOTIFY).settings).toMatchObject({ callbackToken: null });
	expect(read({ ...NOTIFY, NOTIFY_URL: 'http://127.0.0.1:6011' }).faults).toEqual([]);
});

test('a gateway is an address with the number in it', () => {
	expect(read({ TEXT_GATEWAY: '{number}@sms.example.org' })).toEqual({
		settings: { by: 'gateway', address: '{number}@sms.example.org' },
		faults: [],
	});
});

const PAIRS = NOTIFY_TEMPLATES.split(', ');

test.each([
	[
		{ ...NOTIFY, TEXT_GATEWAY: '{number}@sms.example.org' },
		/^Texts leave by one way: set TEXT_GATEWAY or NOTIFY_API_KEY/,
	],
	[{ NOTIFY_CALLBACK_TOKEN: TOKEN, TEXT_GATEWAY: '{number}@x.example.org' }, /not both\.$/],
	[{ NOTIFY_API_KEY: NOTIFY_KEY }, /^Set NOTIFY_API_KEY and NOTIFY_TEMPLATES together/],
	[{ NOTIFY_TEMPLATES }, /^Set NOTIFY_API_KEY and NOTIFY_TEMPLATES together/],
	[{ NOTIFY_CALLBACK_TOKEN: TOKEN }, /^Set NOTIFY_API_KEY and NOTIFY_TEMPLATES together/],
	[{ ...NOTIFY, NOTIFY_API_KEY: 'secret-of-somebody' }, /^NOTIFY_API_KEY must be a whole key/],
	[{ ...NOTIFY, NOTIFY_CALLBACK_TOKEN: 'a'.repeat(31) }, /^NOTIFY_CALLBACK_TOKEN must be 32 to 200 letters/],
	[{ ...NOTIFY, NOTIFY_CALLBACK_TOKEN: `${TOKEN} ${TOKEN}` }, /^NOTIFY_CALLBACK_TOKEN must be 32 to 200 letters/],
	[{ ...NOTIFY, NOTIFY_URL: 'http://notify.example.org' }, /^NOTIFY_URL must be an address that begins with https/],
	[{ ...NOTIFY, NOTIFY_URL: 'notify' }, /^NOTIFY_URL must be an address/],
	[{ ...NOTIFY, NOTIFY_TEMPLATES: 'reminder' }, /pairs such as reminder:ID, not “reminder”/],
	[{ ...NOTIFY, NOTIFY_TEMPLATES: `${NOTIFY_TEMPLATES}, late:${'0'.repeat(8)}` }, /not “late:00000000”/],
	[{ ...NOTIFY, NOTIFY_TEMPLATES: PAIRS.slice(1).join(', ') }, /each kind once: look at joining/],
	[{ ...NOTIFY, NOTIFY_TEMPLATES: [...PAIRS, PAIRS[1]].join(', ') }, /each kind once: look at reminder/],
	[{ TEXT_GATEWAY: 'sms@example.org' }, /^TEXT_GATEWAY must be an e-mail address with \{number\}/],
	[{ TEXT_GATEWAY: '{number}{number}@example.org' }, /^TEXT_GATEWAY must be/],
	[{ TEXT_GATEWAY: '{number}@sms.example.org,a@b.org' }, /^TEXT_GATEWAY must be/],
] as const)('%o is refused in a sentence', (env, sentence) => {
	const { faults } = read(env);
	expect(faults).toHaveLength(1);
	expect(faults[0]).toMatch(sentence);
});

test('a gateway needs the mail server', () => {
	expect(read({ TEXT_GATEWAY: '{number}@sms.example.org' }, false).faults).toEqual([
		'Set SMTP_URL as well as TEXT_GATEWAY: texts leave as mails to the gateway.',
	]);
});

test('no sentence tells a secret', () => {
	const secrets = { NOTIFY_API_KEY: 'secret-of-somebody', NOTIFY_CALLBACK_TOKEN: 'short-secret', NOTIFY_TEMPLATES };
	const { faults } = read(secrets);
	expect(faults).toHaveLength(2);
	expect(faults.join()).not.toMatch(/secret-of|short-secret/);
});
