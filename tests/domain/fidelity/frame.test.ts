import { expect, test } from 'vitest';
import { type Adaptation, FRAME, faultsOfAdaptation, isPlanned } from '#app/domain/fidelity/frame.ts';

const activities = [
	{ key: 'core', core: true },
	{ key: 'other', core: false },
];
const sound: Adaptation = {
	...{ when: 'implementation', how: 'In the planning meeting', planned: 'proactive', isLasting: false },
	...{ decidedBy: 'team', what: 'content', contentChange: 'tailoring', contextChange: null, level: 'cohort' },
	...{ fidelity: 'consistent', goal: 'better-fit', reason: 'Two read little', activityKey: 'core' },
};

function faults(changes: Partial<Adaptation>, leadAgrees = false) {
	return faultsOfAdaptation({ ...sound, ...changes }, { activities, leadAgrees }).map(
		({ field, fault }) => `${field} ${fault}`,
	);
}

test('an adaptation that answers the eight questions has no fault', () => {
	expect(faults({})).toEqual([]);
	expect(faults({ activityKey: null })).toEqual([]);
	expect(faults({ what: 'context', contentChange: null, contextChange: 'setting' })).toEqual([]);
	expect(faults({ what: 'training-and-evaluation', contentChange: null })).toEqual([]);
});

test('every answer of every list is taken, and nothing else', () => {
	for (const field of ['when', 'planned', 'decidedBy', 'level', 'fidelity', 'goal'] as const) {
		for (const answer of FRAME[field]) expect(faults({ [field]: answer })).toEqual([]);
		for (const wrong of ['', 'Cohort', 'something'])
			expect(faults({ [field]: wrong })).toEqual([`${field} not-an-answer`]);
	}
	for (const answer of FRAME.contentChange) expect(faults({ contentChange: answer, activityKey: 'other' })).toEqual([]);
	for (const answer of FRAME.contextChange)
		expect(faults({ what: 'context', contentChange: null, contextChange: answer })).toEqual([]);
	expect(faults({ what: 'weather', contentChange: null })).toEqual(['what not-an-answer']);
	expect(faults({ contentChange: 'setting' })).toEqual(['contentChange not-an-answer']);
	expect(faults({ what: 'context', contentChange: null, contextChange: 'tailoring' })).toEqual([
		'contextChange not-an-answer',
	]);
});

test('the kind of change is asked of what was modified, and of nothing else', () => {
	expect(faults({ contentChange: null })).toEqual(['contentChange needed']);
	expect(faults({ what: 'context', contentChange: null })).toEqual(['contextChange needed']);
	expect(faults({ contextChange: 'format' })).toEqual(['contextChange not-asked']);
	expect(faults({ what: 'context', contextChange: 'format' })).toEqual(['contentChange not-asked']);
});

test('how and why are in somebody’s own words', () => {
	expect(faults({ how: ' ', reason: '' })).toEqual(['how needed', 'reason needed']);
});

test('every modification that FRAME names is an answer, and nothing else is', () => {
	expect(FRAME.contentChange.toSorted()).toEqual([
		...['adding', 'departing', 'integrating-another', 'integrating-into-another', 'longer-or-shorter', 'loosening'],
		...['more-or-fewer-weeks', 're-ordering', 'removing', 'repeating', 'spreading', 'substituting', 'tailoring'],
	]);
	expect(FRAME.contextChange.toSorted()).toEqual(['format', 'population', 'setting', 'who-delivers']);
});

test('an activity that the plan does not have is refused; what is added is a change of what the plan has, or of none', () => {
	expect(faults({ activityKey: 'elsewhere' })).toEqual(['activityKey unknown-activity']);
	expect(faults({ activityKey: 'elsewhere', contentChange: 'adding' })).toEqual(['activityKey unknown-activity']);
	expect(faults({ contentChange: 'adding' })).toEqual([]);
	expect(faults({ activityKey: null, contentChange: 'adding' })).toEqual([]);
});

test('removing a core activity is inconsistent until a lead says otherwise', () => {
	expect(faults({ contentChange: 'removing' })).toEqual(['fidelity core-removed']);
	expect(faults({ contentChange: 'removing' }, true)).toEqual([]);
	expect(faults({ contentChange: 'removing', fidelity: 'inconsistent' })).toEqual([]);
	expect(faults({ contentChange: 'removing', activityKey: 'other' })).toEqual([]);
	expect(faults({ contentChange: 'removing', activityKey: null })).toEqual([]);
});

test('planned beforehand is an adaptation; a reaction is not', () => {
	expect([isPlanned({ planned: 'proactive' }), isPlanned({ planned: 'reactive' })]).toEqual([true, false]);
});
