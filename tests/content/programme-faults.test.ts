import { expect, test } from 'vitest';
import { type Change, faultsAfter } from './content-folder.ts';

const version = 'programmes/recovery-toolkit/1';
const head = `${version}/programme.yaml`;
const chain = `${version}/logic-model.yaml`;
const fidelity = `${version}/fidelity.yaml`;

test.each<[string, Change, string[]]>([
	[
		'an empty list that needs an entry',
		{ file: fidelity, text: 'checklist: []\n' },
		[`${fidelity}:1: “checklist” must not be empty.`],
	],
	['a missing logic model', { removed: chain }, [`${chain}:1: The file is missing: add it.`]],
	['no programme', { removed: 'programmes' }, ['programmes:1: There is no programme: add a folder for one.']],
	[
		'joining after the last joining session',
		{ file: head, from: 'last_joining_session: 5', to: 'last_joining_session: 4' },
		[`${version}/sessions/05.md:9: Nobody may join at session 5, because the last joining session is 4.`],
	],
	[
		'a last joining session that there is not',
		{ file: head, from: 'last_joining_session: 5', to: 'last_joining_session: 6' },
		[`${head}:17: The last joining session is 6, and there is no such session plan.`],
	],
	[
		'a smallest group above the largest',
		{ file: head, from: 'max: 12', to: 'max: 2' },
		[`${head}:16: A cohort starts with at least 3 people and holds 2 at most: make max 3 or more.`],
	],
	[
		'a viable size above the smallest group',
		{ file: head, from: 'viable: 3', to: 'viable: 4' },
		[`${head}:15: A cohort may start with 3 people, fewer than the 4 that it needs to go on: lower viable.`],
	],
	[
		'a required session that there is not',
		{ file: head, from: 'required_sessions: []', to: 'required_sessions: [1, 9]' },
		[`${head}:22: Session 9 is required for completion, and there is no such session plan.`],
	],
	[
		'a session required twice',
		{ file: head, from: 'required_sessions: []', to: 'required_sessions: [1, 1]' },
		[`${head}:22: Session 1 is required for completion twice.`],
	],
	[
		'more individual sessions required than there are',
		{ file: head, from: 'required_individual_sessions: 0', to: 'required_individual_sessions: 1' },
		[`${head}:23: Completion asks for 1 individual sessions, and the programme has 0.`],
	],
	[
		'a variant that requires more individual sessions than it has',
		{ file: head, from: 'required_individual_sessions: 1', to: 'required_individual_sessions: 2' },
		[`${head}:43: Completion asks for 2 individual sessions, and its variant “talk-first” has 1.`],
	],
	[
		'a share above one',
		{ file: head, from: 'share_of_sessions: 0.7', to: 'share_of_sessions: 70' },
		[`${head}:21: “share_of_sessions” must be 1 or less, not 70.`],
	],
	[
		'a ladder that goes down',
		{
			file: head,
			from: '      step: facilitator-call',
			to: '      step: facilitator-call\n    - { missed_in_a_row: 1, step: lead-decision }',
		},
		[`${head}:31: The step for 1 missed in a row follows the one for 2: put fewer first.`],
	],
	[
		'a step of the ladder that nobody knows',
		{ file: head, from: 'step: facilitator-call', to: 'step: letter' },
		[
			`${head}:30: “step” must be one of facilitator-call, coordinator-referrer-partner-support, lead-decision, not “letter”.`,
		],
	],
	[
		'bands that cross',
		{ file: head, from: 'watch: 60', to: 'watch: 80' },
		[`${head}:35: “Watch” begins at 80% and “good” at 80%: make good the higher.`],
	],
	[
		'more catch-ups than sessions',
		{ file: head, from: 'allowed: 1', to: 'allowed: 6' },
		[`${head}:26: 6 catch-ups are allowed in a programme of 5 sessions.`],
	],
	[
		'late after the end',
		{ file: head, from: 'late_minutes: 15', to: 'late_minutes: 120' },
		[`${head}:31: Late by 120 minutes is later than the end of a session of 120 minutes.`],
	],
	[
		'a module without sessions',
		{ file: head, from: 'thresholds:', to: '  - { key: empty, title: Empty, goal: None. }\nthresholds:' },
		[`${head}:12: No session plan belongs to the module “empty”.`],
	],
	[
		'a variant of a plan that there is not',
		{ file: head, from: 'number: 1', to: 'number: 8' },
		[
			`${head}:43: Completion asks for 1 individual sessions, and its variant “talk-first” has 0.`,
			`${head}:41: The variant “talk-first” names session plan 8, which there is not.`,
		],
	],
	[
		'a side that there is not',
		{ file: head, from: 'side: survivor', to: 'side: both' },
		[`${head}:2: “side” must be one of perpetrator, survivor, professional, not “both”.`],
	],
	[
		'a programme without a notice',
		{ file: head, from: 'notice: ', to: 'notice: ""\n#' },
		[`${head}:4: “notice” must not be empty.`],
	],
	[
		'a link to nothing',
		{ file: chain, from: '[ better ]', to: '[ better, best ]' },
		[`${chain}:25: “received” leads to “best”, and nothing has that key.`],
	],
	[
		'a link that points back',
		{ file: chain, from: '[ safer ]', to: '[ safer, workers ]' },
		[`${chain}:29: “better” leads to “workers”, which does not come later in the chain.`],
	],
	[
		'a part that leads nowhere',
		{ file: chain, from: '[ safer ]', to: '[]' },
		[`${chain}:29: “better” leads to nothing: only impacts end the chain.`],
	],
	[
		'an impact that leads on',
		{ file: chain, from: 'title: Families are safer', to: 'title: Safer\n    leads_to: []' },
		[`${chain}:33: “leads_to” is not known here: take it out or correct its spelling.`],
	],
	[
		'a part of the chain that stands twice',
		{ file: chain, from: 'key: safer', to: 'key: better' },
		[
			`${chain}:31: The key “better” stands twice: give each part of the logic model its own.`,
			`${chain}:29: “better” leads to “safer”, and nothing has that key.`,
		],
	],
	[
		'a fidelity check that stands twice',
		{ file: fidelity, from: 'key: full-length', to: 'key: plan-followed' },
		[`${fidelity}:5: The key “plan-followed” stands twice: give each fidelity check its own.`],
	],
	[
		'a dimension that there is not',
		{ file: fidelity, from: 'dimension: dose', to: 'dimension: dosage' },
		[
			`${fidelity}:7: “dimension” must be one of adherence, dose, quality, responsiveness, differentiation, not “dosage”.`,
		],
	],
])('%s is refused with file and line', (_, change, expected) => {
	expect(faultsAfter(change)).toEqual(expected.map((fault) => `content/${fault}`));
});
