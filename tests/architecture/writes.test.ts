import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

/**
 * Nothing is changed without an entry in the audit trail. The wrapper of app/use-cases/audit alone begins a transaction,
 * and hands `tx` to what it runs; whatever writes asks for a `tx` and is given one. So every `tx` comes from a wrapper.
 */
const WRAPPERS = ['audited', 'withoutEntry'];
const OWN = [
	'app/use-cases/audit/audited.ts',
	'app/use-cases/audit/record-view.ts',
	'app/use-cases/audit/watch-viewing.ts',
];

/** Who may change something without an entry, and why it is no act of anybody's. */
const MAY_GO_WITHOUT = {
	'app/use-cases/account/count-attempt.ts': 'how often something was tried; the attempt itself has its entry',
	'app/use-cases/kept-forms/forget-kept-forms.ts': 'that what ran out is forgotten',
	'app/use-cases/openings/open-record.ts': 'how many references were tried; each has its entry',
	'app/use-cases/reminders/foresee.ts': 'nothing: what it plans is always undone',
	'app/use-cases/staff/find-invitee.ts': 'that a link was right after all',
	'app/use-cases/staff/identify-staff.ts': 'that a sign-in is still in use',
};

type Source = { readonly path: string; readonly tree: ts.SourceFile };

const sources = globSync('app/use-cases/**/*.ts').map((path) => parse(path, readFileSync(path, 'utf8')));

function parse(path: string, text: string): Source {
	return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

function nodesOf(tree: ts.Node): ts.Node[] {
	const found: ts.Node[] = [];
	const look = (node: ts.Node): void => {
		found.push(node);
		ts.forEachChild(node, look);
	};
	look(tree);
	return found;
}

function importedFrom({ tree }: Source, from: RegExp): string[] {
	return tree.statements.filter(ts.isImportDeclaration).flatMap(({ moduleSpecifier, importClause }) => {
		const bindings = importClause?.namedBindings;
		const isWanted = from.test((moduleSpecifier as ts.StringLiteral).text) && bindings && ts.isNamedImports(bindings);
		return isWanted ? bindings.elements.map(({ name }) => name.text) : [];
	});
}

/** The place of `tx` among the parameters of every function that asks for one, by the function's name. */
function askingForTx(all: readonly Source[]): ReadonlyMap<string, number> {
	const named = all.flatMap(({ tree }) => nodesOf(tree)).filter(ts.isFunctionDeclaration);
	return new Map(
		named.flatMap(({ name, parameters }) => {
			const place = parameters.findIndex((parameter) => parameter.name.getText() === 'tx');
			return name && place >= 0 ? [[name.text, place] as const] : [];
		}),
	);
}

function straysIn(all: readonly Source[]): string[] {
	const places = askingForTx(all);
	return all.filter(({ path }) => !OWN.includes(path)).flatMap((source) => straysOf(source, places));
}

function straysOf(source: Source, places: ReadonlyMap<string, number>): string[] {
	const { path, tree } = source;
	const stores = importedFrom(source, /^#db\/stores\//);
	const strays: string[] = [];
	const stray = (node: ts.Node, why: string) => {
		const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
		strays.push(`${path}:${line + 1} ${why}`);
	};
	for (const name of importedFrom(source, /db\/client\.ts$/)) {
		if (name === 'inTransaction') stray(tree, 'begins a transaction of its own');
	}
	for (const node of nodesOf(tree)) {
		if (ts.isCallExpression(node)) {
			const name = node.expression.getText();
			const place = stores.includes(name) ? 0 : places.get(name);
			if (place !== undefined && !isTx(node.arguments[place])) stray(node, `${name} is not given a tx`);
		}
		if (ts.isPropertyAccessExpression(node) && node.name.text === '$client') stray(node, 'goes past the stores');
		if (ts.isVariableDeclaration(node) && node.name.getText() === 'tx') stray(node, 'makes a tx of its own');
		if (ts.isParameter(node) && node.name.getText() === 'tx' && !isHandedTx(node))
			stray(node, 'takes a tx from nowhere');
		if (ts.isIdentifier(node) && stores.includes(node.text) && isHandedOn(node))
			stray(node, `${node.text} is handed on`);
	}
	return strays;
}

/** `tx`, or the shorthand of it in an object: what a function was given. */
function isTx(argument: ts.Node | undefined): boolean {
	return argument !== undefined && ts.isIdentifier(argument) && argument.text === 'tx';
}

/** A function by name asks its caller for it, which is looked at there; a function without one is the change of a wrapper. */
function isHandedTx({ parent }: ts.ParameterDeclaration): boolean {
	if (ts.isFunctionDeclaration(parent)) return true;
	const call = parent.parent;
	return ts.isCallExpression(call) && WRAPPERS.includes(call.expression.getText());
}

/** A store that is not called but passed to something else, which might call it with anything. */
function isHandedOn(node: ts.Identifier): boolean {
	const { parent } = node;
	return !(ts.isCallExpression(parent) && parent.expression === node) && !ts.isImportSpecifier(parent);
}

test('nothing in a use case writes but inside the wrapper that keeps the audit entry', () => {
	expect(askingForTx(sources).size).toBeGreaterThan(10);
	expect(straysIn(sources)).toEqual([]);
});

test('only what is listed here changes anything without an entry', () => {
	const without = sources.filter((source) => importedFrom(source, /audited\.ts$/).includes('withoutEntry'));
	expect(without.map(({ path }) => path).sort()).toEqual(Object.keys(MAY_GO_WITHOUT));
});

test.each([
	['inTransaction(db, (tx) => insertArea(tx, row))', 'begins a transaction of its own'],
	['insertArea(db, row)', 'insertArea is not given a tx'],
	['insertArea(context.db, row)', 'insertArea is not given a tx'],
	['store(context.db, row)', 'store is not given a tx'],
	['((tx) => insertArea(tx, row))(db)', 'takes a tx from nowhere'],
	['const tx = db; insertArea(tx, row)', 'makes a tx of its own'],
	["db.$client.exec('delete from areas')", 'goes past the stores'],
	['rows.forEach(insertArea.bind(null, db))', 'insertArea is handed on'],
])('a use case that says `%s` is caught', (line, why) => {
	const imports =
		"import { inTransaction } from '#db/client.ts';\nimport { insertArea } from '#db/stores/places.ts';\n";
	const honest = `${imports.split('\n')[1]}\nfunction store(tx, row) { insertArea(tx, row); }\naudited(context, act, (tx) => store(tx, row));\n`;
	expect(straysIn([parse('honest.ts', honest)])).toEqual([]);
	const planted = parse('planted.ts', `${line.startsWith('inT') ? imports : imports.split('\n')[1]}\n${line};\n`);
	expect(straysIn([parse('honest.ts', honest), planted]).join()).toContain(why);
});
