import { z } from 'zod';
import { LADDER_STEPS } from '#app/domain/programmes/ladder.ts';
import { FIDELITY_DIMENSIONS, MECHANISM_KINDS, PLAN_KINDS, SIDES } from '#app/domain/programmes/programme.ts';

export const words = z.string().trim().min(1);
export const key = z
	.string()
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters and digits with hyphens between the words');
const count = z.int().min(0);
const number = z.int().min(1);
const share = z.number().min(0).max(1);
const percentage = z.number().min(0).max(100);

const thresholds = z.strictObject({
	group_size: z.strictObject({ min: number, viable: number, max: number }),
	last_joining_session: number,
	minimum_facilitators: number,
	mixed_pair_wanted: z.boolean(),
	completion: z.strictObject({
		share_of_sessions: share,
		required_sessions: z.array(number),
		required_individual_sessions: count,
		share_of_core_activities: share.nullable(),
	}),
	catch_ups: z.strictObject({ allowed: count, within_days: number }),
	absence_ladder: z.array(
		z.strictObject({
			missed_in_a_row: number,
			step: z.enum(LADDER_STEPS),
			within_days: number.nullable().default(null),
		}),
	),
	excused_absence_starts_ladder: z.boolean().default(false),
	late_minutes: number,
	observation_share: share,
	observation_notice_days: count.default(7),
	fidelity_bands: z.strictObject({ good: percentage, watch: percentage }),
	referrer_contacts: count,
});

/** What is asked after each session of everybody who attended; a programme that says nothing asks nothing. */
const asks = z.strictObject({
	engagement: z.array(words).nullable().default(null),
	homework: z.boolean().default(false),
});

/** programme.yaml */
export const programmeSchema = z.strictObject({
	name: words,
	side: z.enum(SIDES),
	summary: words,
	notice: words,
	modules: z.array(z.strictObject({ key, title: words, goal: words })).min(1),
	thresholds,
	asks: asks.default({ engagement: null, homework: false }),
	variants: z
		.array(
			z.strictObject({
				key,
				name: words,
				plans: z.array(z.strictObject({ number, kind: z.enum(PLAN_KINDS) })).min(1),
				required_individual_sessions: count.nullable(),
			}),
		)
		.default([]),
});

/** The head of sessions/NN.md */
export const planSchema = z.strictObject({
	number,
	module: key,
	kind: z.enum(PLAN_KINDS),
	title: words,
	aim: words,
	minutes: number,
	gap_before_weeks: count,
	joining_allowed: z.boolean(),
	materials: z.array(words),
	homework: words.nullable(),
	activities: z.array(z.strictObject({ key, title: words, minutes: number, core: z.boolean(), mechanism: key })).min(1),
});

/** fidelity.yaml */
export const fidelitySchema = z.strictObject({
	checklist: z.array(z.strictObject({ key, text: words, dimension: z.enum(FIDELITY_DIMENSIONS) })).min(1),
});

const node = z.strictObject({ key, title: words, leads_to: z.array(key) });
const impact = z.strictObject({ key, title: words }).transform((end) => ({ ...end, leads_to: [] as string[] }));

/** logic-model.yaml; impacts end the chain, so that they lead nowhere. */
export const logicModelSchema = z.strictObject({
	inputs: z.array(node).min(1),
	activities: z.array(node).min(1),
	mechanisms: z.array(node.extend({ kind: z.enum(MECHANISM_KINDS) })).min(1),
	outputs: z.array(node).min(1),
	outcomes: z.array(node).min(1),
	impacts: z.array(impact).min(1),
});
