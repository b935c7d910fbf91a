import { basename, join } from 'node:path';
import type { Benchmark } from '#app/domain/attrition/benchmark.ts';
import type { ObservationForm } from '#app/domain/observations/observation-form.ts';
import { isSameProgramme, type Programme, type ProgrammeKey } from '#app/domain/programmes/programme.ts';
import type { KindTimings } from '#app/domain/reminders/message-kinds.ts';
import type {
	Audience,
	MessageEvent,
	MessageTemplate,
	TemplateChannel,
} from '#app/domain/reminders/message-template.ts';
import { ENGLISH, type MessageLanguage } from '#app/domain/reminders/wording/message-language.ts';
import type { Nation } from '#app/domain/scheduling/meeting-pattern.ts';
import { readBenchmarks } from './benchmark-files.ts';
import { type BankHolidays, readClosures } from './closure-files.ts';
import { ContentFaults, type Reading, within } from './content-faults.ts';
import { foldersIn } from './folders.ts';
import { readKindTimings } from './kind-timings.ts';
import { readMessages } from './message-files.ts';
import { readObservationForms } from './observation-forms.ts';
import { readCommonPasswords } from './password-file.ts';
import { readProgrammes } from './programme-files.ts';

type Parts = {
	/** Each version as it is laid out, followed by each of its variants. */
	readonly programmes: readonly Programme[];
	readonly bankHolidays: Readonly<Record<Nation, BankHolidays>>;
	readonly messages: readonly MessageTemplate[];
	/** When each kind of message leaves. */
	readonly kindTimings: KindTimings;
	/** Published figures on retention, each with its denominator and source. */
	readonly benchmarks: readonly Benchmark[];
	/** By version, the one that new observations are made by last. */
	readonly observationForms: readonly ObservationForm[];
	/** In lower case: none of them can be chosen. */
	readonly commonPasswords: ReadonlySet<string>;
};

/**
 * Everything that providers may change without a programmer, checked: programmes, bank holidays, messages, published
 * figures, observation forms, common passwords.
 */
export type Content = Parts & {
	/** Null when there is no such version or variant. */
	readonly findProgramme: (key: ProgrammeKey) => Programme | null;
	/** The programme that a cohort pins; throws when its folder is gone. */
	readonly programmeOf: (key: ProgrammeKey) => Programme;
	/** The observation form of this version, or the newest; throws when the file of one that was observed by is gone. */
	readonly observationForm: (version?: number) => ObservationForm;
	/** The languages other than English in which there is a message to participants, by code. */
	readonly otherLanguages: readonly MessageLanguage[];
	/** The English one, by mail unless a channel is named. Throws when there is none for that, because the program cannot do without. */
	readonly messageFor: (event: MessageEvent, audience: Audience, channel?: TemplateChannel) => MessageTemplate;
};

const SHIPPED = join(import.meta.dirname, '../../content');

/**
 * Reads and checks a content folder, the shipped one unless another is named; throws `ContentFaults` with every fault.
 */
export function loadContent(folder: string = SHIPPED): Content {
	const reading: Reading = { folder, shownAs: basename(folder), faults: [] };
	const programmes = readProgrammes(within(reading, 'programmes'));
	const bankHolidays = readClosures(within(reading, 'closures'));
	const names = [...new Set(programmes.map(({ name }) => name))];
	const messages = readMessages(within(reading, 'messages'), names);
	const kindTimings = readKindTimings(within(reading, 'messages'));
	const slugs = foldersIn(within(reading, 'programmes'));
	const benchmarks = readBenchmarks(within(reading, 'benchmarks'), { slugs, programmes });
	const observationForms = readObservationForms(within(reading, 'observation-forms'));
	const commonPasswords = readCommonPasswords(within(reading, 'passwords'));
	if (reading.faults.length > 0 || kindTimings === null) throw new ContentFaults(reading.faults);
	return contentOf({ programmes, bankHolidays, messages, kindTimings, benchmarks, observationForms, commonPasswords });
}

/** Content made of parts that were checked already. */
export function contentOf(parts: Parts): Content {
	const findProgramme = (key: ProgrammeKey) =>
		parts.programmes.find((programme) => isSameProgramme(programme, key)) ?? null;
	return {
		...parts,
		findProgramme,
		otherLanguages: [...new Set(parts.messages.map(({ language }) => language))].filter((one) => one !== ENGLISH),
		programmeOf(key) {
			const programme = findProgramme(key);
			if (programme) return programme;
			throw new Error(`there is no content for the programme ${key.slug}@${key.version} (${key.variant})`);
		},
		observationForm(version) {
			const { observationForms } = parts;
			const form =
				version === undefined ? observationForms.at(-1) : observationForms.find((one) => one.version === version);
			if (form) return form;
			throw new Error(`content/observation-forms has no ${version}.yaml`);
		},
		messageFor(event, audience, channel = 'email') {
			const message = parts.messages.find(
				(one) =>
					one.event === event && one.audience === audience && one.channel === channel && one.language === ENGLISH,
			);
			if (message) return message;
			throw new Error(`content/messages has no ${event}.${audience}${channel === 'text' ? '.text' : ''}.md`);
		},
	};
}
