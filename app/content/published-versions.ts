import { isSameProgramme, type Programme } from '#app/domain/programmes/programme.ts';
import { everyVariantOf } from '#app/domain/programmes/variant.ts';
import { type OwnVersion, programmeInOwnWording } from '#app/domain/programmes/versions/own-version.ts';
import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import type { Content } from './load-content.ts';

/** A published version as it is stored: of which programme, and over which shipped version. */
export type PublishedVersion = OwnVersion & {
	readonly slug: string;
	readonly shipped: string;
	readonly takesEffectOn: CalendarDay;
};

/** Where the published versions are kept. `count` is cheap and changes whenever `read` has more to give. */
export type PublishedVersions = {
	readonly count: () => number;
	readonly read: () => readonly PublishedVersion[];
};

/**
 * The shipped content with the versions that were published beside it, each followed by its variants. They are read again
 * when there are more than before, whichever process published them; none ever changes, so what was read once holds.
 * Throws when one stands over a shipped version that is gone, or has the number of a shipped one: at start, before
 * anybody is shown another wording than their cohort began with.
 */
export function withPublishedVersions(shipped: Content, source: PublishedVersions): Content {
	let known = { count: 0, programmes: shipped.programmes };
	const programmes = () => {
		const count = source.count();
		if (count !== known.count) known = { count, programmes: [...shipped.programmes, ...ownOnes(shipped, source)] };
		return known.programmes;
	};
	programmes();
	const findProgramme: Content['findProgramme'] = (key) =>
		shipped.findProgramme(key) ?? programmes().find((programme) => isSameProgramme(programme, key)) ?? null;
	return {
		...shipped,
		get programmes() {
			return programmes();
		},
		findProgramme,
		programmeOf: (key) => findProgramme(key) ?? shipped.programmeOf(key),
	};
}

function ownOnes(content: Content, source: PublishedVersions): readonly Programme[] {
	return source.read().flatMap(({ slug, shipped, ...own }) => {
		const base = content.findProgramme({ slug, version: shipped, variant: null });
		const named = `the published version ${slug}@${own.version}`;
		if (!base) throw new Error(`${named} stands over version ${shipped}, and there is no content for that`);
		if (content.findProgramme({ slug, version: own.version, variant: null })) {
			throw new Error(`${named} is a folder in content/programmes too: give the folder another number`);
		}
		return everyVariantOf(programmeInOwnWording(base, own));
	});
}
