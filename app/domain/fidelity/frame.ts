/** FRAME’s value lists (Wiltsey Stirman, Baumann and Miller 2019; facts/fidelity §6), in the order of its eight questions. */
export const FRAME = {
	when: ['planning', 'pilot', 'implementation', 'scale-up', 'maintenance'],
	planned: ['proactive', 'reactive'],
	decidedBy: [
		...['programme-leader', 'funder', 'administrator', 'programme-manager', 'developer', 'researcher'],
		...['team', 'practitioner', 'community-member', 'recipient', 'political-leader'],
	],
	what: ['content', 'context', 'training-and-evaluation', 'implementation-activities'],
	level: ['individual', 'target-group', 'cohort', 'practitioner', 'unit', 'organisation', 'network'],
	contentChange: [
		...['tailoring', 'adding', 'removing', 'longer-or-shorter', 'more-or-fewer-weeks', 'substituting', 're-ordering'],
		...['spreading', 'integrating-into-another', 'integrating-another', 'repeating', 'loosening', 'departing'],
	],
	contextChange: ['setting', 'who-delivers', 'format', 'population'],
	fidelity: ['consistent', 'inconsistent'],
	goal: ['better-fit', 'reach-or-engagement', 'effectiveness', 'cost'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FrameQuestion = keyof typeof FRAME;

/** One adaptation as it was written down; texts are a person’s own words, a list’s answer is one of its values. */
export type Adaptation = {
	/** 1: when in the life of the programme, and how it was made. */
	readonly when: string;
	readonly how: string;
	/** 2: planned beforehand or a reaction; whether it is to last. */
	readonly planned: string;
	readonly isLasting: boolean;
	/** 3 */
	readonly decidedBy: string;
	/** 4: what is modified; of content and of context, how (6). */
	readonly what: string;
	readonly contentChange: string | null;
	readonly contextChange: string | null;
	/** 5 */
	readonly level: string;
	/** 7 */
	readonly fidelity: string;
	/** 8: the goal, and what in the surroundings asked for it. */
	readonly goal: string;
	readonly reason: string;
	/** The activity of the plan that it is about; null when it is about none in particular. */
	readonly activityKey: string | null;
};

export type AdaptationFault = {
	readonly field: keyof Adaptation;
	readonly fault: 'not-an-answer' | 'needed' | 'not-asked' | 'unknown-activity' | 'core-removed';
};

/** What the check has to know of the plan, and whether a lead says that removing a core activity keeps the model. */
export type AdaptationContext = {
	readonly activities: readonly { readonly key: string; readonly core: boolean }[];
	readonly leadAgrees: boolean;
};

const LISTS = ['when', 'planned', 'decidedBy', 'what', 'level', 'fidelity', 'goal'] as const;
const TEXTS = ['how', 'reason'] as const;

/** Whether the change was decided before the session: an adaptation; a reaction in the room is drift until it is judged. */
export function isPlanned({ planned }: Pick<Adaptation, 'planned'>): boolean {
	return planned === 'proactive';
}

/**
 * Every fault of an adaptation, in the order of the questions; none means it may be kept. The kind of change is asked of
 * content or of context, as what is modified says. Removing a core activity is inconsistent with the model until a lead
 * says otherwise (`core-removed`, facts/fidelity §6, ours).
 */
export function faultsOfAdaptation(
	adaptation: Adaptation,
	{ activities, leadAgrees }: AdaptationContext,
): readonly AdaptationFault[] {
	const faults: AdaptationFault[] = LISTS.filter((field) => !isAnswer(field, adaptation[field])).map((field) => {
		return { field, fault: 'not-an-answer' };
	});
	for (const field of TEXTS) if (adaptation[field].trim() === '') faults.push({ field, fault: 'needed' });
	faults.push(...faultsOfChange(adaptation, 'contentChange', 'content'));
	faults.push(...faultsOfChange(adaptation, 'contextChange', 'context'));
	const { activityKey, contentChange, fidelity } = adaptation;
	const activity = activities.find(({ key }) => key === activityKey);
	if (activityKey !== null && !activity) faults.push({ field: 'activityKey', fault: 'unknown-activity' });
	const isCoreRemoved = activity?.core === true && contentChange === 'removing';
	if (isCoreRemoved && fidelity === 'consistent' && !leadAgrees)
		faults.push({ field: 'fidelity', fault: 'core-removed' });
	return faults;
}

function faultsOfChange(
	adaptation: Adaptation,
	field: 'contentChange' | 'contextChange',
	what: string,
): readonly AdaptationFault[] {
	const answer = adaptation[field];
	if (adaptation.what !== what) return answer === null ? [] : [{ field, fault: 'not-asked' }];
	if (answer === null) return [{ field, fault: 'needed' }];
	return isAnswer(field, answer) ? [] : [{ field, fault: 'not-an-answer' }];
}

function isAnswer(question: FrameQuestion, answer: string): boolean {
	return (FRAME[question] as readonly string[]).includes(answer);
}
