import { z } from 'zod';
import { checkObservationForm, type ObservationForm } from '#app/domain/observations/observation-form.ts';
import { FIDELITY_DIMENSIONS } from '#app/domain/programmes/programme.ts';
import { camelKeys, toSnake } from './camel-keys.ts';
import type { Reading } from './content-faults.ts';
import { filesIn } from './folders.ts';
import { key, words } from './programme-schema.ts';
import { readYaml } from './read-document.ts';

/** No scale of whole numbers is longer on a tablet. */
const MOST_ANCHORS = 7;

/** observation-forms/N.yaml */
const formSchema = z.strictObject({
	name: words,
	introduction: words,
	items: z
		.array(
			z.strictObject({
				key,
				dimension: z.enum(FIDELITY_DIMENSIONS),
				title: words,
				look_for: words,
				anchors: z
					.array(z.strictObject({ score: z.int().min(0), text: words }))
					.min(2, `must describe from 2 to ${MOST_ANCHORS} scores`)
					.max(MOST_ANCHORS, `must describe from 2 to ${MOST_ANCHORS} scores`),
			}),
		)
		.min(1),
});

/** The observation forms in the order of their versions, `1.yaml`, `2.yaml` and so on; there is at least one. */
export function readObservationForms(reading: Reading): readonly ObservationForm[] {
	const files = filesIn(reading, /^([1-9]\d{0,3})\.yaml$/, '1.yaml, 2.yaml and so on');
	if (files.length === 0) {
		reading.faults.push({ file: reading.shownAs, line: 1, sentence: 'There is no observation form: add 1.yaml.' });
	}
	return files
		.flatMap(([name, version]) => {
			const file = readYaml(reading, name, formSchema);
			if (!file) return [];
			const form: ObservationForm = { ...camelKeys(file.value), version: Number(version) };
			for (const { path, sentence } of checkObservationForm(form)) {
				file.find(
					path.map((step) => (typeof step === 'string' ? toSnake(step) : step)),
					sentence,
				);
			}
			return [form];
		})
		.toSorted((one, other) => one.version - other.version);
}
