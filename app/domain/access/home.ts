import type { StaffActor } from './actor.ts';
import { mayAtAll } from './policy.ts';

/** The places in the app that are somebody's, in the order of their work; the first is their home. */
export const SECTIONS = [
	'today',
	'cohorts',
	'people',
	'messages',
	'imports',
	'programmes',
	'staff',
	'places',
	'closures',
	'calendar',
	'audit',
] as const;
export type Section = (typeof SECTIONS)[number];

/** The sections that the policy has anything to show in, for this member of staff. */
export function sectionsOf(actor: StaffActor): readonly Section[] {
	const read = (record: Parameters<typeof mayAtAll>[2]) => mayAtAll(actor, 'read', record);
	const isThere: Readonly<Record<Section, boolean>> = {
		today: read('register'),
		cohorts: read('cohort'),
		people: read('person'),
		messages: read('message'),
		imports: mayAtAll(actor, 'write', 'import'),
		programmes: read('programme'),
		staff: read('staff'),
		places: mayAtAll(actor, 'write', 'places'),
		closures: read('closures'),
		audit: read('audit'),
		calendar: mayAtAll(actor, 'write', 'own-calendar') && read('cohort'),
	};
	return SECTIONS.filter((section) => isThere[section]);
}
