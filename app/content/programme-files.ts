import { checkProgramme } from '#app/domain/programmes/check-programme.ts';
import { looksMarkedUp, paragraphsOf } from '#app/domain/programmes/guidance.ts';
import type { Programme, SessionPlan } from '#app/domain/programmes/programme.ts';
import type { FaultPath } from '#app/domain/programmes/programme-fault.ts';
import { everyVariantOf } from '#app/domain/programmes/variant.ts';
import { camelKeys, toSnake } from './camel-keys.ts';
import { ContentFaults, type Reading, within } from './content-faults.ts';
import { filesIn, foldersIn } from './folders.ts';
import { fidelitySchema, logicModelSchema, planSchema, programmeSchema } from './programme-schema.ts';
import { type ReadFile, readFrontMatter, readYaml } from './read-document.ts';

/** The programmes in a folder of `<slug>/<version>` folders, each followed by its variants; throws `ContentFaults`. */
export function loadProgrammes(folder: string): readonly Programme[] {
	const reading: Reading = { folder, shownAs: 'programmes', faults: [] };
	const programmes = readProgrammes(reading);
	if (reading.faults.length > 0) throw new ContentFaults(reading.faults);
	return programmes;
}

/** The same for a reading that goes on: what is malformed is left out and stands in its faults. */
export function readProgrammes(reading: Reading): readonly Programme[] {
	const versions = foldersIn(reading).flatMap((slug) =>
		foldersIn(within(reading, slug)).map((version) => readProgramme(reading, slug, version)),
	);
	if (versions.length === 0) {
		reading.faults.push({ file: reading.shownAs, line: 1, sentence: 'There is no programme: add a folder for one.' });
	}
	return versions.flatMap((programme) => (programme === null ? [] : everyVariantOf(programme)));
}

type PlanFile = { readonly plan: SessionPlan; readonly file: ReadFile<unknown> };

function readProgramme(programmes: Reading, slug: string, version: string): Programme | null {
	const reading = within(within(programmes, slug), version);
	const before = reading.faults.length;
	const head = readYaml(reading, 'programme.yaml', programmeSchema);
	const fidelity = readYaml(reading, 'fidelity.yaml', fidelitySchema);
	const logicModel = readYaml(reading, 'logic-model.yaml', logicModelSchema);
	const plans = readPlans(within(reading, 'sessions'));
	if (reading.faults.length > before || !head || !fidelity || !logicModel) return null;

	const programme: Programme = {
		...camelKeys(head.value),
		slug,
		version,
		variant: null,
		plans: plans.map(({ plan }) => plan),
		fidelityChecklist: fidelity.value.checklist,
		logicModel: camelKeys(logicModel.value),
	};
	for (const { path, sentence } of checkProgramme(programme)) {
		const [file, inFile] = fileOf(path, { head, fidelity, logicModel, plans });
		file.find(inFile, sentence);
	}
	return reading.faults.length > before ? null : programme;
}

function readPlans(reading: Reading): readonly PlanFile[] {
	const files = filesIn(reading, /^(\d{2})\.md$/, '01.md, 02.md and so on');
	if (files.length === 0) {
		reading.faults.push({ file: reading.shownAs, line: 1, sentence: 'There is no session plan: add 01.md.' });
	}
	return files.flatMap(([name, inName]) => {
		const file = readFrontMatter(reading, name, planSchema);
		if (!file) return [];
		const { number } = file.value;
		if (number !== Number(inName))
			file.find(['number'], `The file is ${name} and the plan number ${number}: agree them.`);
		return [{ plan: { ...camelKeys(file.value), guidance: readGuidance(file) }, file }];
	});
}

/** Paragraphs are parted by empty lines. They are plain text, so that a sign of Markdown would be shown as it stands. */
function readGuidance({ below, findAtLine }: ReadFile<unknown>): readonly string[] {
	below.text.split('\n').forEach((line, at) => {
		if (!looksMarkedUp(line)) return;
		findAtLine(below.line + at, 'Guidance is plain paragraphs: take out the headings, lists, bold and links.');
	});
	if (below.text === '') findAtLine(below.line, 'The plan has no guidance: write a paragraph below its head.');
	return paragraphsOf(below.text);
}

function fileOf(
	[first, ...rest]: FaultPath,
	files: {
		readonly head: ReadFile<unknown>;
		readonly fidelity: ReadFile<unknown>;
		readonly logicModel: ReadFile<unknown>;
		readonly plans: readonly PlanFile[];
	},
): readonly [ReadFile<unknown>, FaultPath] {
	const inFile = rest.map((step) => (typeof step === 'string' ? toSnake(step) : step));
	if (first === 'plans') return [files.plans[Number(inFile[0])]!.file, inFile.slice(1)];
	if (first === 'logicModel') return [files.logicModel, inFile];
	if (first === 'fidelityChecklist') return [files.fidelity, ['checklist', ...inFile]];
	return [files.head, [toSnake(String(first)), ...inFile]];
}
