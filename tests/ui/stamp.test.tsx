import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Stamped, slot, stamp } from '#app/ui/stamp.tsx';

function Greeting({ name, title }: { readonly name: string; readonly title: string }) {
	return <p title={title}>Hello {name}!</p>;
}
const stamped = (values: { name: string; title: string }) =>
	stamp('greeting', () => <Greeting name={slot('name')} title={slot('title')} />, values);

test.each([
	['plain words', { name: 'Alex', title: 'a friend' }],
	['markup', { name: '<script>alert(1)</script>', title: '" onclick="alert(1)' }],
	['ampersands and apostrophes', { name: "O’Neil & O'Neil", title: '&amp;' }],
	['nothing', { name: '', title: '' }],
])('stamped markup is what the component itself renders, with %s as values', (_, values) => {
	expect(stamped(values)).toBe(renderToStaticMarkup(<Greeting {...values} />));
});

test('a shape is rendered once, however often it is stamped', () => {
	let rendered = 0;
	const again = (name: string) =>
		stamp(
			'counted',
			() => {
				rendered += 1;
				return <b>{slot('name')}</b>;
			},
			{ name },
		);
	expect([again('one'), again('two')]).toEqual(['<b>one</b>', '<b>two</b>']);
	expect(rendered).toBe(1);
});

test('stamped markup goes into a page that is being rendered', () => {
	expect(renderToStaticMarkup(<Stamped markup={stamped({ name: 'Alex', title: 'x' })} />)).toBe(
		'<div><p title="x">Hello Alex!</p></div>',
	);
});
