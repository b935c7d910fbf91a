import type { StaffActor } from './actor.ts';
import { grantedRelations, mayAtAll } from './policy.ts';

/** The places in the app that are somebody's, in the order of their work; the first is their home. */
export const SECTIONS = [
	'today',
	'observations',
	'tasks',
	'gaps',
	'families',
	'cohorts',
	'week',
	'people',
	'search',
	'messages',
	'imports',
	'programmes',
	'reviews',
	'notices',
	'staff',
	'facilitators',
	'availability',
	'places',
	'closures',
	'decisions',
	'policy',
	'calendar',
	'audit',
] as const;
export type Section = (typeof SECTIONS)[number];

/** The sections that the policy has anything to show in, for this member of staff. */
export function sectionsOf(actor: StaffActor): readonly Section[] {
	const read = (record: Parameters<typeof mayAtAll>[2]) => mayAtAll(actor, 'read', record);
	const readsPeople = grantedRelations(actor, 'read', 'person').some((relation) => relation !== 'observed');
	const isThere: Readonly<Record<Section, boolean>> = {
		today: mayAtAll(actor, 'write', 'register'),
		observations: grantedRelations(actor, 'read', 'session').includes('observed'),
		tasks: read('task'),
		gaps: read('task'),
		families: read('family'),
		cohorts: read('cohort'),
		week: read('cohort'),
		people: readsPeople,
		search: readsPeople,
		messages: read('message'),
		imports: mayAtAll(actor, 'write', 'import'),
		programmes: read('programme'),
		reviews: read('review'),
		notices: read('notice'),
		staff: read('staff'),
		facilitators: grantedRelations(actor, 'read', 'accreditation').some((relation) => relation !== 'self'),
		availability: grantedRelations(actor, 'write', 'staff-time').includes('self'),
		places: mayAtAll(actor, 'write', 'places') || read('venue-days'),
		closures: read('closures'),
		decisions: mayAtAll(actor, 'write', 'both-sides-decision'),
		policy: read('policy'),
		audit: read('audit'),
		calendar: mayAtAll(actor, 'write', 'own-calendar') && read('cohort'),
	};
	return SECTIONS.filter((section) => isThere[section]);
}

/** How many sections the header holds in one line of a tablet; who has more finds the others on a page of their own. */
const MOST_IN_HEADER = 9;
const EVERY_DAY: readonly Section[] = [
	'today',
	'observations',
	'tasks',
	'families',
	'cohorts',
	'week',
	'people',
	'search',
	'messages',
	'notices',
];

/**
 * Sections that the header shows, and those that wait on the page “More”, both in the order of the work: everything is
 * shown to who has few, and what is not wanted every day stands apart for who has many.
 */
export function inHeader(sections: readonly Section[]): { shown: readonly Section[]; more: readonly Section[] } {
	if (sections.length <= MOST_IN_HEADER) return { shown: sections, more: [] };
	const isShown = (section: Section) => EVERY_DAY.includes(section);
	return { shown: sections.filter(isShown), more: sections.filter((section) => !isShown(section)) };
}
