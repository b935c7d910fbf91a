import { EXIT_KINDS, type ExitKind } from '../attrition/exit-kinds.ts';
import type { Retention } from '../attrition/retention.ts';
import { cumulativeIncidence } from '../statistics/cumulative-incidence.ts';
import { countAtRisk } from '../statistics/survival.ts';

/** After one session: the share gone by each way out, and still in; the three together are 1. Shares are 0 to 1. */
export type IncidencePoint = {
	readonly session: number;
	readonly atRisk: number;
	/** Whose last session attended this was. */
	readonly people: Readonly<Record<ExitKind, number>>;
	readonly gone: Readonly<Record<ExitKind, number>>;
	readonly stillIn: number;
};

const NOBODY: Readonly<Record<ExitKind, number>> = { left: 0, removed: 0 };

/**
 * Drop-out and removal as competing ways out, a point for each session up to the last one held: each takes its part of
 * what is still in, so that neither is overstated (facts/evaluation §3). Empty while nobody has attended.
 */
export function incidencePoints({ observations }: Pick<Retention, 'observations'>): readonly IncidencePoint[] {
	if (observations.length === 0) return [];
	const steps = cumulativeIncidence(observations, EXIT_KINDS);
	const last = Math.max(...observations.map(({ exit }) => exit));
	return Array.from({ length: last + 1 }, (_, session) => {
		const step = steps.findLast(({ time }) => time <= session);
		const gone = observations.filter(({ cause, exit }) => cause !== null && exit === session);
		const count = (kind: ExitKind) => gone.filter(({ cause }) => cause === kind).length;
		return {
			session,
			atRisk: countAtRisk(observations, Math.max(1, session)),
			people: { left: count('left'), removed: count('removed') },
			gone: step?.incidence ?? NOBODY,
			stillIn: step?.survival ?? 1,
		};
	});
}
