import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = globSync('app/**/*.{ts,tsx}');

/** What stands as the first argument of each call, up to its comma or its end. */
function targetsIn(source: string): string[] {
	const targets: string[] = [];
	for (const { index } of source.matchAll(/\bredirect(?:Document)?\(/g)) {
		const start = source.indexOf('(', index) + 1;
		let depth = 0;
		let end = start;
		for (; end < source.length; end += 1) {
			const letter = source[end]!;
			if ('([{'.includes(letter)) depth += 1;
			if (depth === 0 && ',)'.includes(letter)) break;
			if (')]}'.includes(letter)) depth -= 1;
		}
		targets.push(source.slice(start, end).replace(/\s+/g, ' ').trim());
	}
	return targets;
}

/** An address of `app/paths.ts`, an entry of the navigation (which is made of them), or a choice between such. */
const ONE = String.raw`(?:paths\.\w+\((?:[^()]|\([^()]*\))*\)|NAVIGATION\[\w+\]\.href)`;
const FROM_THE_LIST = new RegExp(`^(?:[\\w.]+(?: === '[\\w-]+')? \\? ${ONE} : )?${ONE}$`);

/** What is made elsewhere of addresses of the list, and the one address that is not ours: each with where and why. */
const MADE_OF_THE_LIST: Readonly<Record<string, readonly string[]>> = {
	// The steps of signing in: `stepOf` and `afterSignIn` answer with addresses of the list alone.
	'app/routes/sign-in_.set-up/route.tsx': ['stepOf(halfWay)'],
	'app/routes/sign-in_.recovery-code/route.tsx': ['stepOf(halfWay)'],
	'app/routes/sign-in_.code/route.tsx': ['stepOf(halfWay)'],
	'app/routes/sign-in/route.tsx': ['afterSignIn(request, context, actor)'],
	'app/http/actor.ts': ['stepOf(halfWayOf(request, context))'],
	'app/http/sign-in/signed-in.ts': ['to'],
	// The address of our own answer, with a word of ours.
	// biome-ignore lint/suspicious/noTemplateCurlyInString: it is source that is looked for.
	'app/http/sign-in/keep-typed.ts': ['`${to}?said=${word}`'],
	// The provider of single sign-on, from the operator’s settings.
	'app/http/sign-in/depart.ts': ['departure.url'],
};

test('every redirect leads to an address of the fixed list, and none to where a visitor says', () => {
	const targets = files.flatMap((path) => targetsIn(readFileSync(path, 'utf8')).map((target) => ({ path, target })));
	expect(targets.length).toBeGreaterThan(25);
	const others = targets.filter(
		({ path, target }) => !FROM_THE_LIST.test(target) && !MADE_OF_THE_LIST[path]?.includes(target),
	);
	expect(others).toEqual([]);
});

test.each([
	'request.url',
	"new URL(request.url).searchParams.get('to')",
	"'/sign-in'",
	'target',
	'paths[place]()',
	'back ?? paths.home()',
])('a redirect to %s would be seen', (target) => {
	expect(FROM_THE_LIST.test(targetsIn(`return redirect(${target});`)[0]!)).toBe(false);
});

test('nothing else names a place to go to: no Location, no refresh, no address built by hand', () => {
	const others = files.filter((path) =>
		/\bLocation['"]?\s*:\s|['"]Location['"]|http-equiv|\.redirect\(/.test(readFileSync(path, 'utf8')),
	);
	// It reads the address of our own answer, to add a word to it.
	expect(others).toEqual(['app/http/sign-in/keep-typed.ts']);
});

test('every address of the list begins at our own root and takes nothing but ids and words of ours', () => {
	const source = readFileSync('app/paths.ts', 'utf8');
	const made = [...source.matchAll(/=> (?:saying\()?(?:asking\()?['`](.)/g)].map(([, first]) => first);
	expect(made.length).toBeGreaterThan(50);
	expect(new Set(made)).toEqual(new Set(['/']));
});
