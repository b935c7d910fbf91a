import { expect, test } from 'vitest';
import { fieldsToKeep, mayBeKept } from '#app/domain/sign-in/kept-form.ts';

test.each(['/sessions/abc/register', '/cohorts/new', '/imports/abc?step=cohort', '/people/abc/safe-contact'])(
	'a form for %s may be kept',
	(path) => {
		expect(mayBeKept(path)).toBe(true);
	},
);

test.each([
	'//evil.example/register',
	'/\\evil.example',
	'https://evil.example/',
	'javascript:alert(1)',
	'',
	'register',
	'/register"><script>',
	'/sign-in',
	'/Sign-In/code',
	'/account/password',
	'/invitations/secret',
	'/unsaved/removal',
])('nothing is kept for “%s”', (path) => {
	expect(mayBeKept(path)).toBe(false);
});

test('everything typed is kept in its order, several times under one name too, but never a password or a code', () => {
	const fields = [
		['row', '1'],
		['row', '2'],
		['note', ''],
		['password', 'hidden'],
		['newPassword', 'hidden'],
		['code', '123456'],
		['codeWord', 'kept'],
	] as const;
	expect(fieldsToKeep(fields)).toEqual([
		['row', '1'],
		['row', '2'],
		['note', ''],
		['codeWord', 'kept'],
	]);
});

test('more than anybody types is not kept', () => {
	expect(fieldsToKeep([['note', 'x'.repeat(199_000)]])).not.toBeNull();
	expect(fieldsToKeep([['note', 'x'.repeat(200_001)]])).toBeNull();
});
