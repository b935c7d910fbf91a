import { expect, test } from 'vitest';
import { type SideOfFamily, teamsOverlap, wouldBeOnBothSides } from '#app/domain/people/both-sides.ts';
import { asId, type FamilyId, type StaffId } from '#app/domain/shared/ids.ts';

const on = (staff: string, side: SideOfFamily['side'], family = 'F-1'): SideOfFamily => ({
	staffId: asId<StaffId>(staff),
	side,
	familyId: asId<FamilyId>(family),
});

test.each([
	['nobody else', [], [on('sam', 'perpetrator')], false],
	['a colleague on the other side', [on('leila', 'survivor')], [on('sam', 'perpetrator')], false],
	['the same person on the other side', [on('sam', 'survivor')], [on('sam', 'perpetrator')], true],
	['the same person on the same side', [on('sam', 'survivor')], [on('sam', 'survivor')], false],
	['the same person with professionals', [on('sam', 'professional')], [on('sam', 'perpetrator')], false],
	['the same person in another family', [on('sam', 'survivor', 'F-2')], [on('sam', 'perpetrator')], false],
	['both sides added at once', [], [on('sam', 'survivor'), on('sam', 'perpetrator')], true],
] as const)('somebody is added to a side of a family: %s', (_what, standing, added, expected) => {
	expect(wouldBeOnBothSides(standing, added)).toBe(expected);
});

test('what stands already refuses nobody else', () => {
	const standing = [on('sam', 'survivor'), on('sam', 'perpetrator')];
	expect(wouldBeOnBothSides(standing, [on('leila', 'survivor')])).toBe(false);
});

test('two teams overlap by one person who is on both', () => {
	const [sam, leila, nora] = [on('sam', 'perpetrator'), on('leila', 'survivor'), on('nora', 'survivor')];
	expect(teamsOverlap([sam], [leila, nora])).toBe(false);
	expect(teamsOverlap([sam, leila], [nora, leila])).toBe(true);
	expect(teamsOverlap([], [nora])).toBe(false);
});
