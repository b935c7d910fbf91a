/** Fixtures that our components cannot say, by the reason why they need not; all others are compared. */
export const FIXTURES_LEFT_OUT: Record<string, Readonly<Record<string, readonly string[]>>> = {
	'a service for staff has no start page': { button: ['start', 'start link', 'start link with html'] },
	'a question that interrupts is a page of its own here, never a panel': {
		panel: [
			'interruption',
			'interruption-with-content-with-long-line-length',
			'interruption-with-headings-content-and-lists',
			'interruption with custom classes',
			'interruption, with actions classes and attributes',
			'interruption, submit action',
			'interruption, button link',
			'interruption, no actions',
			'interruption, no actions items',
		],
	},
	'class names and attributes go on the component, not on its parts': {
		breadcrumbs: ['item attributes'],
		'summary-list': ['key with classes', 'actions with classes', 'actions with attributes', 'overridden-widths'],
		'task-list': ['custom classes'],
		input: [
			'with prefix with classes',
			'with prefix with attributes',
			'with suffix with classes',
			'with suffix with attributes',
			'with customised input wrapper',
		],
		select: ['attributes on items'],
		radios: ['items with attributes', 'label with classes', 'label with attributes', 'fieldset params'],
		checkboxes: ['items with attributes', 'with label classes', 'label with attributes', 'fieldset params'],
		'date-input': ['custom pattern', 'custom inputmode', 'items with classes', 'with input attributes'],
		'error-summary': ['error list with attributes'],
	},
	'a list comes without holes, and its items are numbered without them': {
		radios: ['with falsy items'],
		checkboxes: ['with falsy values'],
		'task-list': ['with empty values'],
	},
	'what is chosen is said once, for the whole control': {
		select: ['item selected overrides value'],
		radios: ['item checked overrides value'],
		checkboxes: ['item checked overrides values'],
	},
	'pages for staff are in English': {
		'password-input': ['with translations'],
		'date-input': ['with translations'],
	},
	'the three parts of a date have one way to be named': { 'date-input': ['with values, name prefix and custom names'] },
	'the button of the drop zone fails axe, so files are chosen with the browser’s own control': {
		'file-upload': [
			'enhanced',
			'enhanced, with error message and hint',
			'enhanced, multiple files',
			'enhanced, custom wrapper classes and attributes',
			'translated',
		],
	},
	'only the two ends of the navigation take other content': { 'service-navigation': ['with slotted content'] },
	'a style attribute is refused by the security policy of every page': { 'summary-list': ['extreme'] },
};

/** The names of the fixtures of a component that are left out. */
export function leftOut(component: string): readonly string[] {
	return Object.values(FIXTURES_LEFT_OUT).flatMap((byComponent) => byComponent[component] ?? []);
}
