import { LOGIC_COLUMNS, type LogicModel } from './programme.ts';
import { checkRepeats, type ProgrammeFault } from './programme-fault.ts';

/**
 * Everything that breaks the chain from inputs to impacts: a key used twice, a link that names nothing or points back,
 * a node that leads nowhere although only impacts may end the chain.
 */
export function checkLogicModel(model: LogicModel): readonly ProgrammeFault[] {
	const nodes = LOGIC_COLUMNS.flatMap((column, order) =>
		model[column].map((node, at) => ({ ...node, order, path: ['logicModel', column, at] })),
	);
	const repeats = checkRepeats(nodes, [], 'part of the logic model').map(({ path: [place], sentence }) => ({
		path: [...nodes[place as number]!.path, 'key'],
		sentence,
	}));
	const links = nodes.flatMap(({ leadsTo, order, key, path }) => {
		if (leadsTo.length === 0 && order < LOGIC_COLUMNS.length - 1) {
			return [{ path: [...path, 'leadsTo'], sentence: `“${key}” leads to nothing: only impacts end the chain.` }];
		}
		return leadsTo.flatMap((target, at) => {
			const goal = nodes.find((node) => node.key === target);
			if (goal && goal.order > order) return [];
			const why = goal ? 'which does not come later in the chain' : 'and nothing has that key';
			return [{ path: [...path, 'leadsTo', at], sentence: `“${key}” leads to “${target}”, ${why}.` }];
		});
	});
	return [...repeats, ...links];
}
