import type { Section } from '#app/domain/access/home.ts';
import { paths } from '#app/paths.ts';

/** What each section is called in the navigation, and where it is. */
export const NAVIGATION: Readonly<Record<Section, { readonly label: string; readonly href: string }>> = {
	today: { label: 'Today', href: paths.today() },
	observations: { label: 'Observations', href: paths.observations() },
	tasks: { label: 'Tasks', href: paths.tasks() },
	gaps: { label: 'Gaps', href: paths.gaps() },
	families: { label: 'Families', href: paths.families() },
	cohorts: { label: 'Cohorts', href: paths.cohorts() },
	week: { label: 'Week', href: paths.week() },
	people: { label: 'People', href: paths.people() },
	search: { label: 'Search', href: paths.search() },
	messages: { label: 'Messages', href: paths.messages() },
	imports: { label: 'Bring in', href: paths.imports() },
	programmes: { label: 'Programmes', href: paths.programmes() },
	reviews: { label: 'Reviews', href: paths.reviews() },
	notices: { label: 'Notices', href: paths.notices() },
	staff: { label: 'Staff', href: paths.staff() },
	facilitators: { label: 'Facilitators', href: paths.facilitators() },
	availability: { label: 'My availability', href: paths.availability() },
	places: { label: 'Places', href: paths.places() },
	closures: { label: 'Closures', href: paths.closures() },
	decisions: { label: 'Both sides', href: paths.decisions() },
	policy: { label: 'Who may see what', href: paths.policy() },
	audit: { label: 'Audit', href: paths.audit() },
	calendar: { label: 'My calendar', href: paths.myCalendar() },
};

const ALSO_IN: readonly (readonly [string, Section])[] = [
	['/sessions', 'today'],
	['/covers', 'today'],
	['/enrolments', 'people'],
	['/opened-records', 'people'],
	['/safe-contacts', 'people'],
	['/calls', 'messages'],
];

/** Sections that are not wanted every day, by what they are for, each with a line about what is there. */
export const MORE_GROUPS: readonly (readonly [string, readonly (readonly [Section, string])[]])[] = [
	[
		'Programmes',
		[
			['gaps', 'What is missing from what was to be delivered'],
			['programmes', 'Programmes and their session plans'],
			['imports', 'Bring in registers, cohorts and facilitators from a spreadsheet'],
		],
	],
	[
		'People who deliver',
		[
			['facilitators', 'Accreditations, hours and leave of facilitators'],
			['staff', 'Invite staff; roles, areas and sign-ins'],
		],
	],
	[
		'Places and days off',
		[
			['places', 'Areas, venues and rooms'],
			['closures', 'Closures, bank holidays and school holidays'],
		],
	],
	[
		'Your own',
		[
			['calendar', 'Your sessions in a calendar program, and your term plan'],
			['availability', 'Hours and leave'],
		],
	],
	[
		'Oversight',
		[
			['reviews', 'Records that were opened in an emergency'],
			['decisions', 'Who may see both sides of a family'],
			['policy', 'What each role may read and write'],
			['audit', 'Who did what, and who looked at what'],
		],
	],
];
const STARTS = Object.entries(NAVIGATION).map(([section, { href }]) => {
	return { href, below: `${href}/`, section: section as Section };
});

/** The section that a page belongs to, by its address; null for pages outside all of them. */
export function sectionAt(pathname: string): Section | null {
	const other = ALSO_IN.find(([start]) => pathname.startsWith(start))?.[1];
	if (other) return other;
	return STARTS.find(({ href, below }) => pathname === href || pathname.startsWith(below))?.section ?? null;
}
