import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const sourceFiles = ['app', 'db'].flatMap(filesIn).filter((path) => !path.startsWith('db/migrations'));

function filesIn(folder: string): string[] {
	return readdirSync(folder).flatMap((name) => {
		const path = join(folder, name);
		if (statSync(path).isDirectory()) return filesIn(path);
		return /\.(ts|tsx|js)$/.test(name) ? [path] : [];
	});
}

function capOf(path: string): number {
	if (path.startsWith('app/domain/')) return 150;
	if (path.startsWith('app/use-cases/') || path.endsWith('/route.tsx')) return 120;
	return 250;
}

const linesIn = (text: string) => text.trimEnd().split('\n').length;

test('no file is longer than its kind allows', () => {
	const tooLong = sourceFiles.flatMap((path) => {
		const lines = linesIn(readFileSync(path, 'utf8'));
		return lines > capOf(path) ? [`${path}: ${lines} lines, at most ${capOf(path)}`] : [];
	});
	expect(tooLong).toEqual([]);
});

test('no function is longer than 40 lines, a component 80', () => {
	expect(sourceFiles.flatMap(longFunctionsIn)).toEqual([]);
});

test('a loader or action has at most 15 lines', () => {
	expect(sourceFiles.filter((path) => path.startsWith('app/routes/')).flatMap(longHandlersIn)).toEqual([]);
});

test('no folder but that of the routes holds more than 20 files', () => {
	const folders = Map.groupBy(sourceFiles, (path) => path.slice(0, path.lastIndexOf('/')));
	const crowded = [...folders].filter(([folder, files]) => folder !== 'app/routes' && files.length > 20);
	expect(crowded.map(([folder, files]) => `${folder}: ${files.length} files`)).toEqual([]);
});

test('there is no drawer for what has no owner', () => {
	const drawers = /\/(utils?|libs?|common|helpers?|services?|misc)(\/|\.)/;
	expect(sourceFiles.filter((path) => drawers.test(path))).toEqual([]);
});

type Named = { readonly name: string; readonly lines: number };

function longFunctionsIn(path: string): string[] {
	return functionsIn(path)
		.filter(({ name, lines }) => lines > (path.endsWith('.tsx') && /^[A-Z]/.test(name) ? 80 : 40))
		.map(({ name, lines }) => `${path}: ${name} has ${lines} lines`);
}

function longHandlersIn(path: string): string[] {
	return functionsIn(path)
		.filter(({ name, lines }) => ['loader', 'action'].includes(name) && lines > 15)
		.map(({ name, lines }) => `${path}: ${name} has ${lines} lines`);
}

function functionsIn(path: string): Named[] {
	const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
	const found: Named[] = [];
	const look = (node: ts.Node): void => {
		if (
			ts.isFunctionDeclaration(node) ||
			ts.isArrowFunction(node) ||
			ts.isFunctionExpression(node) ||
			ts.isMethodDeclaration(node)
		) {
			const first = source.getLineAndCharacterOfPosition(node.getStart()).line;
			const last = source.getLineAndCharacterOfPosition(node.end).line;
			found.push({ name: nameOf(node), lines: last - first + 1 });
		}
		ts.forEachChild(node, look);
	};
	look(source);
	return found;
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
	const own = node.name?.getText();
	const given = ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : undefined;
	return own ?? given ?? '(anonymous)';
}
