import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CheckboxesField } from '#app/ui/fields/checkboxes-field.tsx';
import { DateField } from '#app/ui/fields/date-field.tsx';
import { FileField } from '#app/ui/fields/file-field.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { PasswordField } from '#app/ui/fields/password-field.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { SelectField } from '#app/ui/fields/select-field.tsx';
import { TextField } from '#app/ui/fields/text-field.tsx';
import { TextareaField } from '#app/ui/fields/textarea-field.tsx';
import { TimeField } from '#app/ui/fields/time-field.tsx';
import { EMPTY_FORM, type FormState, listOf, textOf } from '#app/ui/form-state.ts';
import { type MarkupElement, parseMarkup } from './markup.ts';

const typed: FormState = {
	values: {
		name: 'Tuesday group',
		'starts-day': '31',
		'starts-month': '2',
		'starts-year': '2026',
		time: '25:00',
		nation: 'wales',
		team: ['sam', 'ruth'],
		note: 'By the river',
		venue: 'hall',
		secret: 'hunter2',
	},
	errors: {
		name: 'Enter a shorter name',
		starts: 'Enter a real date',
		time: 'Enter a time such as 6:30pm',
		nation: 'Choose a nation',
		team: 'Choose at least two people',
		note: 'Enter a shorter note',
		venue: 'Choose a venue',
		register: 'Choose a file',
		secret: 'Enter a longer password',
		form: 'The form is out of date',
	},
};

const places = [
	{ value: '', label: 'Choose a venue' },
	{ value: 'hall', label: 'The hall' },
];
const nations = [
	{ value: 'england', label: 'England' },
	{ value: 'wales', label: 'Wales' },
];
const people = ['sam', 'alex', 'ruth'].map((value) => ({ value, label: value }));

const fields: Record<string, (form: FormState) => ReactElement> = {
	name: (form) => <TextField form={form} name="name" label="Name" hint="As people say it" />,
	starts: (form) => <DateField form={form} name="starts" legend="Earliest start" />,
	time: (form) => <TimeField form={form} name="time" label="Start time" />,
	nation: (form) => <RadiosField form={form} name="nation" legend="Nation" items={nations} />,
	team: (form) => <CheckboxesField form={form} name="team" legend="Team" hint="Two or more" items={people} />,
	note: (form) => <TextareaField form={form} name="note" label="Note" />,
	venue: (form) => <SelectField form={form} name="venue" label="Venue" options={places} />,
	register: (form) => <FileField form={form} name="register" label="Register" accept=".xlsx,.csv" />,
	secret: (form) => <PasswordField form={form} name="secret" label="Password" />,
};

for (const [name, field] of Object.entries(fields)) {
	test(`the error summary leads to the first input of the field “${name}”`, () => {
		const first = elementsIn(field(typed)).find(isControl);
		const links = elementsIn(<FormErrorSummary form={typed} />).filter(({ tag }) => tag === 'a');
		expect(links.map((link) => link.attributes.href)).toContain(`#${first?.attributes.id}`);
	});

	test(`the field “${name}” is described by its own error, and by nothing that is not there`, () => {
		const elements = elementsIn(field(typed));
		const described = elements.flatMap((one) => one.attributes['aria-describedby']?.split(' ') ?? []);
		const ids = elements.map((one) => one.attributes.id).filter((id) => id !== undefined);
		expect(described.filter((id) => !ids.includes(id))).toEqual([]);
		expect(described.some((id) => id.endsWith('-error'))).toBe(true);
		expect(new Set(ids).size).toBe(ids.length);
		expect(renderToStaticMarkup(field(typed))).toContain(typed.errors[name]);
	});

	test(`the field “${name}” has no error, and nothing typed, on a new form`, () => {
		const html = renderToStaticMarkup(field(EMPTY_FORM));
		expect(html).not.toContain('error');
		expect(html).not.toMatch(/ checked|value="(Tuesday|31|25|hall" selected)|river|hunter2/);
	});
}

test('everything typed is kept, save passwords', () => {
	const values = (name: string) => elementsIn(fields[name]!(typed)).map((one) => one.attributes);
	expect(values('name')).toContainEqual(expect.objectContaining({ name: 'name', value: 'Tuesday group' }));
	expect(values('time')).toContainEqual(expect.objectContaining({ name: 'time', value: '25:00' }));
	for (const [part, value] of [
		['day', '31'],
		['month', '2'],
		['year', '2026'],
	]) {
		expect(values('starts')).toContainEqual(expect.objectContaining({ name: `starts-${part}`, value }));
	}
	const checked = (name: string) => values(name).filter((one) => 'checked' in one);
	expect(checked('nation').map((one) => one.value)).toEqual(['wales']);
	expect(checked('team').map((one) => one.value)).toEqual(['sam', 'ruth']);
	expect(values('venue').filter((one) => 'selected' in one)).toEqual([{ selected: '', value: 'hall' }]);
	expect(renderToStaticMarkup(fields.note!(typed))).toContain('>By the river</textarea>');
	expect(renderToStaticMarkup(fields.secret!(typed))).not.toContain('hunter2');
});

test('an error of the whole form is in the summary without a link', () => {
	const html = renderToStaticMarkup(<FormErrorSummary form={typed} />);
	expect(html).toContain('<li>The form is out of date</li>');
});

test('there is no error summary while there are no errors', () => {
	expect(renderToStaticMarkup(<FormErrorSummary form={EMPTY_FORM} />)).toBe('');
});

test('what somebody typed is written as text, whatever it looks like', () => {
	const form = { values: { name: '"><script>alert(1)</script>' }, errors: { name: '<b>' } };
	const html = renderToStaticMarkup(fields.name!(form)) + renderToStaticMarkup(<FormErrorSummary form={form} />);
	expect(html).not.toMatch(/<script|<b>/);
});

test('a hidden field carries its value', () => {
	expect(renderToStaticMarkup(<HiddenField name="version" value={3} />)).toBe(
		'<input type="hidden" name="version" value="3"/>',
	);
});

test('a value sent once or several times reads as one text or as a list', () => {
	expect(textOf(typed, 'team')).toBe('sam');
	expect(listOf(typed, 'nation')).toEqual(['wales']);
	expect(listOf(typed, 'never sent')).toEqual([]);
	expect(textOf(typed, 'never sent')).toBe('');
});

function isControl({ tag, attributes }: MarkupElement): boolean {
	return ['input', 'select', 'textarea'].includes(tag) && attributes.type !== 'hidden';
}

function elementsIn(element: ReactElement): readonly MarkupElement[] {
	const flatten = (nodes: ReturnType<typeof parseMarkup>): MarkupElement[] =>
		nodes.flatMap((node) => (typeof node === 'string' ? [] : [node, ...flatten(node.children)]));
	return flatten(parseMarkup(renderToStaticMarkup(element)));
}
