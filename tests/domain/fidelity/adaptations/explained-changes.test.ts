import { expect, test } from 'vitest';
import { ADAPTATION_STANDINGS } from '#app/domain/fidelity/adaptation-records.ts';
import { explainChanges } from '#app/domain/fidelity/adaptations/explained-changes.ts';
import { asId, type SessionId } from '#app/domain/shared/ids.ts';

const [one, two] = ['one', 'two'].map((id) => asId<SessionId>(id)) as [SessionId, SessionId];
const log = (sessionId: SessionId, ...keys: readonly string[]) => ({
	sessionId,
	ratings: keys.map((activityKey) => ({ activityKey, rating: 'content-changed' as const })),
});

test('only what was delivered otherwise is a change: as intended and not delivered are none', () => {
	const ratings = [
		{ activityKey: 'a', rating: 'as-intended' },
		{ activityKey: 'b', rating: 'delivery-changed' },
		{ activityKey: 'c', rating: 'content-changed' },
		{ activityKey: 'd', rating: 'not-delivered' },
	] as const;
	expect(explainChanges([{ sessionId: one, ratings }], [])).toEqual([
		{ sessionId: one, activityKey: 'b', rating: 'delivery-changed', behind: 'not-described' },
		{ sessionId: one, activityKey: 'c', rating: 'content-changed', behind: 'not-described' },
	]);
	expect(explainChanges([], [])).toEqual([]);
});

test('an approval stands behind it, anything else that stands describes it, and what was taken back does neither', () => {
	const behind = ADAPTATION_STANDINGS.map((standing) => {
		const [change] = explainChanges([log(one, 'a')], [{ sessionId: one, activityKey: 'a', standing }]);
		return [standing, change!.behind];
	});
	expect(Object.fromEntries(behind)).toEqual({
		...{ approved: 'approved', waiting: 'described', declined: 'described', 'not-decided': 'described' },
		...{ unplanned: 'described', corrected: 'not-described', withdrawn: 'not-described' },
	});
});

test('a record explains its own activity of its own session and no other; an approval beside a reaction stands', () => {
	const records = [
		{ sessionId: one, activityKey: null, standing: 'approved' },
		{ sessionId: one, activityKey: 'a', standing: 'unplanned' },
		{ sessionId: one, activityKey: 'a', standing: 'approved' },
		{ sessionId: two, activityKey: 'b', standing: 'approved' },
	] as const;
	const found = explainChanges([log(one, 'a', 'b'), log(two, 'a', 'b')], records);
	expect(found.map(({ sessionId, activityKey, behind }) => [sessionId, activityKey, behind])).toEqual([
		[one, 'a', 'approved'],
		[one, 'b', 'not-described'],
		[two, 'a', 'not-described'],
		[two, 'b', 'approved'],
	]);
});
