import { isEmailAddress } from '#app/domain/people/contact-address.ts';
import { MESSAGE_KINDS, type MessageKind } from '#app/domain/reminders/message-kinds.ts';
import { readHookToken } from '../hook-token.ts';

/** How texts leave: by GOV.UK Notify, or as mails to a gateway that makes texts of them. */
export type TextSettings = NotifySettings | GatewaySettings;

export type NotifySettings = {
	readonly by: 'notify';
	readonly apiKey: string;
	readonly url: string;
	/** The id of the template in Notify for each kind: its one placeholder is ((message)). */
	readonly templates: Readonly<Record<MessageKind, string>>;
	/** What a report of delivery has to bring; null: none is taken. */
	readonly callbackToken: string | null;
};

export type GatewaySettings = {
	readonly by: 'gateway';
	/** An e-mail address with `{number}` where the number goes, in digits with its country. */
	readonly address: string;
};

type Set = (name: string) => string | null;

const NOTIFY = 'https://api.notifications.service.gov.uk';
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/**
 * The settings for texts; null where nothing sends them, and people are rung instead. Adds a sentence for each that cannot
 * be used, never with a secret in it.
 */
export function readTextSettings(set: Set, sendsMail: boolean, faults: string[]): TextSettings | null {
	const gateway = set('TEXT_GATEWAY');
	const ofNotify = ['NOTIFY_API_KEY', 'NOTIFY_TEMPLATES', 'NOTIFY_CALLBACK_TOKEN', 'NOTIFY_URL'].filter(set);
	if (gateway !== null && ofNotify.length > 0) {
		faults.push(`Texts leave by one way: set TEXT_GATEWAY or ${ofNotify.join(', ')}, not both.`);
		return null;
	}
	if (gateway !== null) return readGateway(gateway, sendsMail, faults);
	return ofNotify.length > 0 ? readNotify(set, faults) : null;
}

function readGateway(address: string, sendsMail: boolean, faults: string[]): GatewaySettings {
	if (address.split('{number}').length !== 2 || !isEmailAddress(address.replace('{number}', '447700900123')))
		faults.push('TEXT_GATEWAY must be an e-mail address with {number} in it once, such as {number}@sms.example.org.');
	if (!sendsMail) faults.push('Set SMTP_URL as well as TEXT_GATEWAY: texts leave as mails to the gateway.');
	return { by: 'gateway', address };
}

function readNotify(set: Set, faults: string[]): NotifySettings {
	const [apiKey, templates] = [set('NOTIFY_API_KEY') ?? '', set('NOTIFY_TEMPLATES') ?? ''];
	const callbackToken = readHookToken('NOTIFY_CALLBACK_TOKEN', set('NOTIFY_CALLBACK_TOKEN'), faults);
	const url = set('NOTIFY_URL') ?? NOTIFY;
	if (!apiKey || !templates)
		faults.push('Set NOTIFY_API_KEY and NOTIFY_TEMPLATES together, or no setting that begins with NOTIFY_.');
	if (apiKey && !new RegExp(`-${UUID}-${UUID}$`, 'i').test(apiKey))
		faults.push('NOTIFY_API_KEY must be a whole key as Notify shows it once: its name, then two long ids.');
	if (!isUrl(url)) faults.push(`NOTIFY_URL must be an address that begins with https://, not “${url}”.`);
	return { by: 'notify', apiKey, url, callbackToken, templates: readTemplates(templates, faults) };
}

/** `reminder:ID, changed:ID, …`, each kind once. */
function readTemplates(text: string, faults: string[]): NotifySettings['templates'] {
	const pairs = text.split(',').map((pair) => pair.trim().split(/\s*:\s*/));
	const isPair = ([kind = '', id = '', ...rest]: readonly string[]) =>
		rest.length === 0 && MESSAGE_KINDS.some((one) => one === kind) && new RegExp(`^${UUID}$`, 'i').test(id);
	const odd = text === '' ? undefined : pairs.find((pair) => !isPair(pair));
	const missing = MESSAGE_KINDS.filter((kind) => pairs.filter(([one]) => one === kind).length !== 1);
	if (odd) faults.push(`NOTIFY_TEMPLATES must be pairs such as reminder:ID, not “${odd.join(':')}”.`);
	else if (text !== '' && missing.length > 0)
		faults.push(`NOTIFY_TEMPLATES must name the template of each kind once: look at ${missing.join(', ')}.`);
	return Object.fromEntries(pairs) as NotifySettings['templates'];
}

function isUrl(text: string): boolean {
	const url = URL.parse(text);
	const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(url?.hostname ?? '');
	return url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere);
}
