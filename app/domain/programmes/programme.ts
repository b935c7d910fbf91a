import type { CalendarDay } from '../shared/calendar-day.ts';
import type { Asks } from './asks.ts';
import type { LadderRung } from './ladder.ts';

/** The sides of a family, walled from each other (docs/security.md), or professionals. Children are with the survivor. */
export const SIDES = ['perpetrator', 'survivor', 'professional'] as const;
export type Side = (typeof SIDES)[number];

export const SIDE_NAMES: Readonly<Record<Side, string>> = {
	perpetrator: 'Perpetrator side',
	survivor: 'Survivor and child side',
	professional: 'Professionals',
};

export const PLAN_KINDS = ['group', 'individual', 'review'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

/** Which version of which programme, in which variant; null is the programme as its folder lays it out. */
export type ProgrammeKey = { readonly slug: string; readonly version: string; readonly variant: string | null };

/** A programme version as content: never edited once a cohort uses it, because the cohort pins it (domain rules §1.1). */
export type Programme = ProgrammeKey & {
	readonly name: string;
	readonly side: Side;
	readonly summary: string;
	/** Says that the plans are Plumbline's placeholders, not the licensed manual. Shown wherever a plan is. */
	readonly notice: string;
	readonly modules: readonly Module[];
	/** In plan order; numbered 1, 2, 3 … without a gap. */
	readonly plans: readonly SessionPlan[];
	readonly thresholds: Thresholds;
	readonly asks: Asks;
	readonly fidelityChecklist: readonly FidelityCheck[];
	readonly logicModel: LogicModel;
	readonly variants: readonly Variant[];
	/** The day from which a new cohort takes it, for an own version; a shipped one is in effect from the beginning. */
	readonly takesEffectOn?: CalendarDay;
};

/** Another way to run the same version: what it changes, laid over the programme (see `variantOf`). */
export type Variant = {
	readonly key: string;
	readonly name: string;
	readonly plans: readonly { readonly number: number; readonly kind: PlanKind }[];
	/** Replaces the completion rule's own number; null leaves it. */
	readonly requiredIndividualSessions: number | null;
};

export type Module = { readonly key: string; readonly title: string; readonly goal: string };

/** One plan of the programme, not a dated session. */
export type SessionPlan = {
	readonly number: number;
	readonly module: string;
	readonly kind: PlanKind;
	readonly title: string;
	readonly aim: string;
	readonly minutes: number;
	readonly gapBeforeWeeks: number;
	readonly joiningAllowed: boolean;
	readonly activities: readonly Activity[];
	/** What to have ready in the room. */
	readonly materials: readonly string[];
	/** Guidance for the facilitators: paragraphs in plain text. */
	readonly guidance: readonly string[];
	readonly homework: string | null;
};

export type Activity = {
	readonly key: string;
	readonly title: string;
	readonly minutes: number;
	readonly core: boolean;
	/** The mechanism of change that it serves: a key of the logic model's mechanisms. */
	readonly mechanism: string;
};

/** What counts as enough; decided by the programme version, never by a constant in code (domain rules §1.3). */
export type Thresholds = {
	readonly groupSize: { readonly min: number; readonly max: number; readonly viable: number };
	/** The number of the last plan at which somebody may join. */
	readonly lastJoiningSession: number;
	readonly minimumFacilitators: number;
	readonly mixedPairWanted: boolean;
	readonly completion: CompletionRule;
	readonly catchUps: { readonly allowed: number; readonly withinDays: number };
	readonly absenceLadder: readonly LadderRung[];
	/** Whether an absence with an apology takes the first step too. */
	readonly excusedAbsenceStartsLadder: boolean;
	/** Late, or leaving early, by more minutes than this makes a catch-up fall due. */
	readonly lateMinutes: number;
	/** Share of sessions to be observed, 0 to 1; and how many days before one its facilitators are told. */
	readonly observationShare: number;
	readonly observationNoticeDays: number;
	/** Percentages: at or above `good` is good, at or above `watch` is to be watched, below is to act upon. */
	readonly fidelityBands: { readonly good: number; readonly watch: number };
	readonly referrerContacts: number;
};

export type CompletionRule = {
	/** Share of the programme's plans to be received, 0 to 1. */
	readonly shareOfSessions: number;
	/** Plan numbers that must be received whatever the share. */
	readonly requiredSessions: readonly number[];
	readonly requiredIndividualSessions: number;
	/** Share of core activities to be received, 0 to 1; null when the programme asks for none. */
	readonly shareOfCoreActivities: number | null;
};

export type FidelityCheck = { readonly key: string; readonly text: string; readonly dimension: FidelityDimension };
export const FIDELITY_DIMENSIONS = ['adherence', 'dose', 'quality', 'responsiveness', 'differentiation'] as const;
export type FidelityDimension = (typeof FIDELITY_DIMENSIONS)[number];

/** The theory of change: each list holds nodes; links name a node by its key. */
export type LogicModel = {
	readonly inputs: readonly LogicNode[];
	readonly activities: readonly LogicNode[];
	readonly mechanisms: readonly Mechanism[];
	readonly outputs: readonly LogicNode[];
	readonly outcomes: readonly LogicNode[];
	readonly impacts: readonly LogicNode[];
};
export type LogicNode = { readonly key: string; readonly title: string; readonly leadsTo: readonly string[] };

/** What a mechanism explains: how people change, how others are kept safe, how they fare better, how gains last. */
export const MECHANISM_KINDS = ['change', 'safety', 'wellbeing', 'lasting'] as const;
export type MechanismKind = (typeof MECHANISM_KINDS)[number];
export type Mechanism = LogicNode & { readonly kind: MechanismKind };

/** The columns of the logic model in the order in which one leads to the next. */
export const LOGIC_COLUMNS = [
	'inputs',
	'activities',
	'mechanisms',
	'outputs',
	'outcomes',
	'impacts',
] as const satisfies readonly (keyof LogicModel)[];

/** Whether two keys name the same version and variant. */
export function isSameProgramme(one: ProgrammeKey, other: ProgrammeKey): boolean {
	return one.slug === other.slug && one.version === other.version && one.variant === other.variant;
}

/** The plan with this number; throws when the programme has none, because a cohort's plans come from it. */
export function planNumbered(programme: Programme, number: number): SessionPlan {
	const plan = programme.plans.find((candidate) => candidate.number === number);
	if (!plan) throw new Error(`${programme.slug}@${programme.version} has no session plan ${number}`);
	return plan;
}
