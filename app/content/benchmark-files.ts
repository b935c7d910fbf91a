import { z } from 'zod';
import {
	BENCHMARK_DENOMINATORS,
	BENCHMARK_MEASURES,
	BENCHMARK_REMOVALS,
	type Benchmark,
} from '#app/domain/attrition/benchmark.ts';
import { SIDES } from '#app/domain/programmes/programme.ts';
import type { Reading } from './content-faults.ts';
import { filesIn } from './folders.ts';
import { type ReadFile, readYaml } from './read-document.ts';

const FILE = 'retention.yaml';
const words = z.string().trim().min(1);
const count = z.int().min(0);

const benchmarkSchema = z.strictObject({
	benchmarks: z.array(
		z.strictObject({
			key: words,
			figure: words,
			/** Where the source gives them: the figure must be what they come to. */
			counts: z
				.strictObject({ count, out_of: z.int().min(1) })
				.nullable()
				.default(null),
			measure: z.enum(BENCHMARK_MEASURES),
			denominator: z.enum(BENCHMARK_DENOMINATORS),
			removals: z.enum(BENCHMARK_REMOVALS),
			programme: words.nullable(),
			side: z.enum(SIDES),
			about: words,
			source: words,
			year: z.int().min(1900).max(2100),
			link: z.string().regex(/^https:\/\/\S+$/, 'must be an address that begins with https://'),
		}),
	),
});
type Files = z.output<typeof benchmarkSchema>;
/** Folders stand here too: a programme with faults of its own is there all the same. With none at all, that is the fault. */
type Known = {
	readonly slugs: readonly string[];
	readonly programmes: readonly { readonly slug: string; readonly side: Benchmark['side'] }[];
};

/**
 * Reads the published figures on retention. Each says what it is out of and where it stands; one about a programme that is
 * not here, or whose counts do not come to its figure, is a fault.
 */
export function readBenchmarks(reading: Reading, known: Known): readonly Benchmark[] {
	filesIn(reading, new RegExp(`^${FILE.replace('.', '\\.')}$`), FILE);
	const file = readYaml(reading, FILE, benchmarkSchema);
	if (!file) return [];
	checkBenchmarks(file, known);
	return file.value.benchmarks.map(({ counts, ...benchmark }) => ({
		...benchmark,
		figure: counts ? `${benchmark.figure} (${counts.count} of ${counts.out_of})` : benchmark.figure,
	}));
}

function checkBenchmarks({ value: { benchmarks }, find }: ReadFile<Files>, known: Known): void {
	benchmarks.forEach(({ key, figure, counts, programme, side }, at) => {
		const path = (name: string) => ['benchmarks', at, name];
		const isTwice = benchmarks.findIndex((other) => other.key === key) < at;
		if (isTwice) find(path('key'), `“${key}” is there twice: give each figure a key of its own.`);
		const about = known.programmes.find(({ slug }) => slug === programme);
		if (programme !== null && known.slugs.length > 0 && !known.slugs.includes(programme)) {
			find(path('programme'), `There is no programme “${programme}” in this folder.`);
		}
		if (about && about.side !== side) find(path('side'), `“${programme}” is of the ${about.side} side: agree them.`);
		if (counts && !comesTo(figure, counts)) {
			find(path('figure'), `${counts.count} of ${counts.out_of} is not ${figure}: correct one of them.`);
		}
	});
}

/** Whether the counts come to the figure, to as many decimals as it has. */
function comesTo(figure: string, { count: part, out_of: whole }: { count: number; out_of: number }): boolean {
	const decimals = /^\d+(?:\.(\d+))?%$/.exec(figure);
	return decimals !== null && figure === `${((100 * part) / whole).toFixed(decimals[1]?.length ?? 0)}%`;
}
