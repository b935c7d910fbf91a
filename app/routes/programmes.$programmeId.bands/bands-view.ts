import type { AppContext } from '#app/context.ts';
import type { StaffActor } from '#app/domain/access/actor.ts';
import { withBands } from '#app/domain/fidelity/bands.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { paths } from '#app/paths.ts';
import { formatInstant } from '#app/ui/format.ts';
import { listBandChanges } from '#db/queries/programmes/bands.ts';

export type BandsView = ReturnType<typeof readBandsView>;

/** Where the bands of the programme begin, what its version says, and every time that somebody set them, the newest first. */
export function readBandsView({ db }: AppContext, actor: StaffActor, programme: Programme) {
	const changes = listBandChanges(db, actor, programme.slug);
	const newest = changes.at(-1) ?? null;
	return {
		name: programme.name,
		programmeHref: paths.programme(programmeIdOf(programme)),
		number: newest?.number ?? 0,
		standing: withBands(programme, newest).thresholds.fidelityBands,
		shipped: programme.thresholds.fidelityBands,
		changes: changes.toReversed().map(({ setAt, ...change }) => ({ ...change, from: formatInstant(setAt) })),
	};
}
