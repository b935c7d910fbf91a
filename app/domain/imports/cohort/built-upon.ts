import { countInWords, listInWords } from '../../shared/in-words.ts';

/** What may have been built on an import since; each stands in the way of undoing it. */
export const BUILT_UPON = [
	'marks',
	'sessions',
	'logs',
	'places',
	'new-members',
	'people',
	'teams',
	'kept-records',
	'other-cohorts',
	'tasks',
	'safe-contacts',
	'messages',
	'cohort',
] as const;
export type BuiltUpon = Readonly<Record<(typeof BUILT_UPON)[number], number>>;

const WORDS: Readonly<Record<keyof BuiltUpon, (count: number) => string>> = {
	marks: (count) => countInWords(count, 'mark was made or changed', 'marks were made or changed'),
	sessions: (count) => countInWords(count, 'session was changed', 'sessions were changed'),
	logs: (count) => countInWords(count, 'delivery log was written', 'delivery logs were written'),
	places: (count) => countInWords(count, 'person’s place was changed', 'people’s places were changed'),
	'new-members': (count) => countInWords(count, 'person was added to the cohort', 'people were added to the cohort'),
	people: (count) => countInWords(count, 'person’s details were changed', 'people’s details were changed'),
	teams: (count) => countInWords(count, 'person stood in or left the team', 'people stood in or left the team'),
	'kept-records': (count) =>
		countInWords(count, 'record came to be one that has to be kept', 'records came to be ones that have to be kept'),
	'other-cohorts': (count) => countInWords(count, 'person joined another cohort', 'people joined another cohort'),
	tasks: (count) => countInWords(count, 'task was done or given to somebody', 'tasks were done or given to somebody'),
	'safe-contacts': (count) => countInWords(count, 'safe contact was recorded', 'safe contacts were recorded'),
	messages: (count) => countInWords(count, 'message went out', 'messages went out'),
	cohort: () => 'the cohort was changed',
};

/** What was built on the import, as a sentence; null when nothing was and it may be undone (§3.10). */
export function builtUponSentence(found: BuiltUpon): string | null {
	const parts = BUILT_UPON.filter((kind) => found[kind] > 0).map((kind) => WORDS[kind](found[kind]));
	return parts.length === 0 ? null : `Since the import, ${listInWords(parts)}.`;
}
