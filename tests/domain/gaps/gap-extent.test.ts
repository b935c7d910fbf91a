import { expect, test } from 'vitest';
import { covers, extentOf, ONE_WAY } from '#app/domain/gaps/gap-extent.ts';
import { GAP_KINDS } from '#app/domain/gaps/gap-kinds.ts';
import type { GapFacts } from '#app/domain/gaps/session-gaps.ts';

const facts = {
	length: { planned: 120, lasted: 100, logged: 80, isApproved: false },
	...{ deliveredBy: 1, facilitatorsAsked: 3, notRecorded: ['p1', 'p2'], coreNotDelivered: ['core'] },
	...{ joined: ['p3'], lapsed: ['tess'] },
} as unknown as GapFacts;

test('how much is missing is by whom and by what where that can be said, else by how many', () => {
	const extents = GAP_KINDS.map((kind) => [kind, extentOf(kind, facts)] as const);
	expect(extents.filter(([, { of, many }]) => of.length > 0 || many > 0)).toEqual([
		['register-incomplete', { of: ['p1', 'p2'], many: 0 }],
		['core-not-delivered', { of: ['core'], many: 0 }],
		['length-short', { of: [], many: 40 }],
		['too-few-facilitators', { of: [], many: 2 }],
		['joined-late', { of: ['p3'], many: 0 }],
		['accreditation-lapsed', { of: ['tess'], many: 0 }],
	]);
	const unknown = { ...facts, length: { planned: 120, lasted: null, logged: null, isApproved: false } };
	expect(extentOf('length-short', unknown).many).toBe(0);
	const longer = { ...facts, length: { planned: 120, lasted: 150, logged: null, isApproved: false } };
	expect(extentOf('length-short', longer).many).toBe(0);
});

test.each([
	[ONE_WAY, ONE_WAY, true],
	[{ of: ['a', 'b'], many: 0 }, { of: ['b', 'a'], many: 0 }, true],
	[{ of: ['a', 'b'], many: 0 }, { of: ['b'], many: 0 }, true],
	[{ of: ['a'], many: 0 }, { of: ['b'], many: 0 }, false],
	[{ of: ['a'], many: 0 }, { of: ['a', 'b'], many: 0 }, false],
	[{ of: [], many: 2 }, { of: [], many: 2 }, true],
	[{ of: [], many: 2 }, { of: [], many: 1 }, true],
	[{ of: [], many: 2 }, { of: [], many: 3 }, false],
	[ONE_WAY, { of: ['a'], many: 0 }, false],
])('what was accepted as %j speaks for %j: %s', (accepted, found, does) => {
	expect(covers(accepted, found)).toBe(does);
});
