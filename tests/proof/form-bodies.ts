import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import type { DayOffId } from '#app/domain/scheduling/day-off.ts';
import { asId } from '#app/domain/shared/ids.ts';
import { planMovesOut } from '#app/use-cases/places/plan-moves-out.ts';
import type { SentForm } from './built-app.ts';
import type { Values } from './routes.ts';
import {
	COHORTS,
	FACILITATORS,
	HER_NAME,
	HIS_NAME,
	LONE_REFERENCE,
	PASSWORD,
	phoneCode,
	REGISTER,
	type World,
} from './worlds.ts';

/** What a form may name: the ids of one side (or of nobody), the other side's, and the world’s configuration. */
export type Fill = { readonly ids: Values; readonly otherIds: Values; readonly world: World };

const day = (name: string, [dayOf, month, year]: readonly [string, string, string]) => ({
	[`${name}-day`]: dayOf,
	[`${name}-month`]: month,
	[`${name}-year`]: year,
});

/**
 * What is sent to each route that takes a form, in the order in which it is sent; the forms that its own page shows are
 * sent too. A route with an action that is not listed here fails the suite: give it a form that somebody would send, with
 * the ids of `ids` in it, and one that pries into the other side where it takes a name, a reference or an id.
 */
export const FORM_BODIES: Readonly<Record<string, (fill: Fill) => readonly SentForm[]>> = {
	'tasks.$taskId_.owner': ({ world: { staff } }) => [
		{ version: '1', to: staff.partnerSupport.staffId, words: '' },
		{ version: '1', to: staff.colleague.staffId, words: 'You know him' },
		{ version: '1', to: staff.coordinator.staffId, words: '' },
		{ version: '2', to: 'desk', words: '' },
	],
	'tasks.$taskId': () => [
		{ version: '1', outcome: 'nonsense', note: '' },
		{ version: '1', outcome: 'told', note: '' },
		{ version: '9', outcome: 'told', note: 'Rang' },
		{ version: '1', outcome: 'told', note: 'Rang' },
		{ version: '3', outcome: 'told', note: 'Rang' },
		{ version: '3', outcome: 'done', note: '' },
	],
	'gaps.$gapKey._index': ({ world: { staff } }) => [
		{ version: '0', to: staff.colleague.staffId, words: 'You know him', ...day('due', ['20', '3', '2026']) },
		{ version: '0', to: staff.hers.staffId, words: '', ...day('due', ['20', '3', '2026']) },
	],
	'gaps.$gapKey.acceptance': () => [{ reason: '' }, { reason: 'The paper log was lost' }],
	'gaps.$gapKey.acceptance_.end': () => [{ acceptance: '' }, { acceptance: 'another' }],
	// While the first session is missed still.
	'catch-ups.$catchUpId.cancellation': ({ ids: { enrolmentId = '' }, otherIds }) => [
		{ enrolmentId: otherIds.enrolmentId ?? 'her', reason: 'The room is not free' },
		{ enrolmentId, reason: '' },
		{ enrolmentId, reason: 'The room is not free' },
	],
	// With somebody of the other side, and with a facilitator of it.
	'sessions.$sessionId_.catch-ups': ({ ids: { enrolmentId = '' }, otherIds, world: { staff } }) => {
		const time = { startTime: '10am', endTime: '11am', ...day('day', ['20', '3', '2026']) };
		const staffId = staff.facilitator.staffId;
		return [
			{ ...time, enrolmentId, staffId },
			{ ...time, enrolmentId: [enrolmentId, otherIds.enrolmentId ?? 'her'], staffId },
			{ ...time, enrolmentId, staffId: staff.hers.staffId },
		];
	},
	'sessions.$sessionId_.register': ({ ids: { enrolmentId = '' } }) => [
		{ intent: 'save', [`version-${enrolmentId}`]: '1', [`mark-${enrolmentId}`]: 'attended' },
		{
			...{ intent: 'save', correctionReason: 'Misread' },
			...{ [`version-${enrolmentId}`]: '2', [`mark-${enrolmentId}`]: 'late', [`minutes-${enrolmentId}`]: '10' },
		},
		{ intent: 'rest-attended', correctionReason: 'Misread', [`concern-${enrolmentId}`]: 'yes' },
	],
	// After the register: who is asked about has attended.
	'sessions.$sessionId_.taking-part': ({ ids: { enrolmentId = '' }, otherIds }) => [
		{ [`version-${enrolmentId}`]: '0', [`engagement-${enrolmentId}`]: '3', [`homework-${enrolmentId}`]: 'done' },
		{ [`version-${enrolmentId}`]: '0', [`engagement-${enrolmentId}`]: '1', correctionReason: 'Misread' },
		{ [`version-${otherIds.enrolmentId ?? 'her'}`]: '0', [`homework-${otherIds.enrolmentId ?? 'her'}`]: 'done' },
	],
	'sessions.$sessionId_.concerns': ({ ids, otherIds }) => [
		{
			[`opened-${ids.concernId}`]: '0',
			[`words-${ids.concernId}`]: 'He was shaking',
			[`tell-${ids.concernId}`]: 'yes',
		},
		{ [`opened-${otherIds.concernId ?? 'her'}`]: '0', [`words-${otherIds.concernId ?? 'her'}`]: 'What is it' },
	],
	// Of his row, of hers, and of a session that is somebody else's.
	'cohorts.$cohortId.type-up': ({
		otherIds,
		world: {
			his: { sessionId, enrolmentId },
		},
	}) => [
		// Nothing was changed on the page.
		{ correctionReason: '' },
		{ [`from-${sessionId}.${enrolmentId}`]: '1 ', [`cell-${sessionId}.${enrolmentId}`]: 'L' },
		// Whichever version the row has by now.
		...[1, 2, 3, 4].map((version) => ({
			...{ [`from-${sessionId}.${enrolmentId}`]: `${version} P`, [`cell-${sessionId}.${enrolmentId}`]: 'N' },
			correctionReason: 'Misread',
		})),
		{ [`from-${sessionId}.${otherIds.enrolmentId}`]: '1 ', [`cell-${sessionId}.${otherIds.enrolmentId}`]: 'P' },
		{ [`from-${otherIds.sessionId}.${enrolmentId}`]: '1 ', [`cell-${otherIds.sessionId}.${enrolmentId}`]: 'P' },
	],
	'cohorts.$cohortId.register.sheet': ({
		otherIds,
		world: {
			his: { sessionId, enrolmentId },
		},
	}) => [
		...([{ intent: 'compare', register: new File([REGISTER], 'register.xlsx') }] as SentForm[]),
		...[`${sessionId}.${enrolmentId}`, `${otherIds.sessionId}.${otherIds.enrolmentId}`].map((key) => ({
			intent: 'bring-in',
			[`mark-${key}`]: JSON.stringify([2, 'absent-no-contact', null, null, null]),
		})),
		...([{ intent: 'undo', importId: otherIds.importId ?? 'none' }] as SentForm[]),
	],
	'sessions.$sessionId_.delivery-log': ({ world: { staff } }) => [
		{ intent: 'as-planned', version: '0', note: 'All done', deliveredBy: [staff.hers.staffId], order: '2 1' },
		{ intent: 'as-planned', version: '0', note: 'All done', deliveredBy: [], order: '' },
		{ intent: 'as-planned', version: '1', note: 'All done', deliveredBy: [], order: '' },
	],
	'sessions.$sessionId_.adaptations': () => [
		{ activityKey: '', how: '', reason: 'Some read little', lasting: 'no' },
		{
			...{ activityKey: '', when: 'implementation', decidedBy: 'team', what: 'content', level: 'cohort' },
			...{ contentChange: 'tailoring', fidelity: 'consistent', goal: 'better-fit', lasting: 'no' },
			...{ how: 'Cards in place of the sheet', reason: 'Some read little' },
		},
	],
	'sessions.$sessionId_.adaptations_.$adaptationId': () => [
		{ intent: 'correct', how: '', correctionReason: '' },
		{
			...{ intent: 'correct', activityKey: '', when: 'implementation', decidedBy: 'team', what: 'content' },
			...{ level: 'cohort', contentChange: 'adding', fidelity: 'consistent', goal: 'cost', lasting: 'no' },
			...{ how: 'Cards beside the sheet', reason: 'Some read little', correctionReason: 'It was beside it' },
		},
		...[{ intent: 'withdraw', withdrawalReason: '' } as SentForm, { intent: 'withdraw', withdrawalReason: 'Put off' }],
	],
	'sessions.$sessionId_.adaptations_.decision': () => [{ adaptationId: 'nobodys', decision: 'approved', reason: '' }],
	'sessions.$sessionId_.debrief': () => [
		{ version: '0', note: 'All done' },
		{ version: '1', note: 'All done' },
		{ version: '1', note: 'All done again' },
	],
	'sessions.$sessionId_.debrief_.agreed-note': () => [
		{ version: '0', note: 'We both cut the recap' },
		{ version: '1', note: 'We both cut the recap' },
		{ version: '1', note: 'Next time we keep it' },
	],
	'sessions.$sessionId_.debrief_.actions': ({ world: { staff } }) => [
		{ words: 'Book a room', ownerId: staff.hers.staffId, ...day('due', ['20', '3', '2026']) },
		{ words: 'Book a room', ownerId: staff.facilitator.staffId, ...day('due', ['20', '3', '2026']) },
		{ words: '', ownerId: staff.facilitator.staffId, ...day('due', ['1', '3', '2026']) },
	],
	'sessions.$sessionId_.debrief_.supervision': () => [{ words: 'It was hard' }, { words: 'Still' }],
	'sessions.$sessionId_.debrief_.supervision_.end': () => [{ words: 'Sorted out' }, { words: 'Twice' }],
	// What she is reached by is told of one bit only: tests/proof/one-bit.test.ts.
	'people.$personId_.safe-contact': ({ ids: { contactId = '' } }) =>
		(
			[
				['email', 'chosen@example.org'],
				['text', '07700 900123'],
				['call', '+44 (0)113 496 0123'],
				['email', 'nonsense'],
			] as const
		).map(([channel, address]) => ({
			...{ replaces: contactId, channel, address, days: ['monday', 'tuesday'], from: '9am', until: '5:30pm' },
			...{ phone: ['voicemail'], codeWord: 'heron' },
			...day('review', ['20', '4', '2026']),
		})),
	'people.$personId_.safe-contact_.confirmation': ({ ids: { contactId = '' } }) => [{ confirms: contactId }],
	'people.$personId_.safe-contact_.end': ({ ids: { contactId = '' } }) => [{ ends: contactId }],
	'cohorts.$cohortId.members.new': () => [
		{ reference: 'NEW/1', givenName: 'New', familyName: 'Member' },
		{ reference: 'REF-her000002', givenName: 'Same', familyName: 'Reference' },
		{ reference: 'REF-her000003', givenName: '', familyName: '' },
	],
	'enrolments.$enrolmentId.referrer': () => [
		{ version: '0', name: '', agency: '', email: 'nonsense' },
		{ version: '0', name: 'Ann Wye', agency: 'Children’s services', email: 'ann.wye@example.org' },
		{ version: '7', name: 'Ann Wye', agency: 'Early help', email: '' },
	],
	'enrolments.$enrolmentId.referrer_.contacts': () => [
		{ words: '', ...day('on', ['9', '3', '2026']) },
		{ words: 'Comes every week', ...day('on', ['9', '3', '2026']) },
		{ words: 'Comes every week', ...day('on', ['9', '3', '2027']) },
	],
	'cohorts.$cohortId.completions': ({ ids, otherIds }) => [
		{ enrolmentId: [ids.enrolmentId ?? '', otherIds.enrolmentId ?? ''] },
		{ enrolmentId: [ids.enrolmentId ?? ''] },
	],
	'enrolments.$enrolmentId.exit': () => [
		{ version: '1', kind: 'left', reason: 'work', note: 'Moved', ...day('on', ['10', '3', '2026']) },
	],
	'enrolments.$enrolmentId.exit_.undo': () => [{ version: '1' }, { version: '2' }],
	// Before his sessions get other weekdays.
	'closures.$dayOffId.sessions': ({ ids, otherIds, world: { context, staff, own } }) => {
		const dayOffId = asId<DayOffId>(ids.dayOffId ?? own.dayOffId?.[0] ?? '');
		const planned = planMovesOut(context, context.db, staff.coordinator, dayOffId);
		const fingerprint = planned.done ? planned.value.fingerprint : 'none';
		return [otherIds.cohortId ?? '', own.cohortId![0]!].map((cohortId) => ({ cohortId: [cohortId], fingerprint }));
	},
	'sessions.$sessionId_.move': () => [
		{ ...newTime(['14', '3', '2026']), intent: 'look' },
		{ ...newTime(['14', '3', '2026']), intent: 'change' },
		{ ...newTime(['14', '3', '2026']), intent: 'save', scope: 'later', fingerprint: 'none' },
		{ ...newTime(['14', '3', '2026']), intent: 'save', scope: 'sideways' },
	],
	'sessions.$sessionId_.plan-decision': ({ otherIds, world: { his } }) => [
		{ decision: 'split', otherSessionId: otherIds.sessionId ?? '', reason: 'Time ran out' },
		{ decision: 'split', otherSessionId: his.sessionIds[1]!, reason: 'Time ran out' },
		{ decision: 'not-delivered', otherSessionId: '', reason: 'Time ran out' },
	],
	'sessions.$placeholderId.bookings.$enrolmentId': () => [newTime(['14', '3', '2026']), newTime(['14', '3', '2026'])],
	'cohorts.$cohortId.pattern': () => [
		{ ...newPattern('saturday'), intent: 'look' },
		{ ...newPattern('saturday'), intent: 'change' },
		{ ...newPattern('saturday'), intent: 'save', fingerprint: 'none' },
	],
	'cohorts.$cohortId.team': ({ world: { staff } }) => {
		const [lead, co] = [staff.facilitator.staffId, staff.colleague.staffId];
		const shown = [`${lead} lead-facilitator`, `${co} co-facilitator`].toSorted().join(', ');
		const from = day('from', ['16', '3', '2026']);
		return [
			{ leadId: lead, coFacilitatorIds: [co], shown, ...from },
			{ leadId: lead, coFacilitatorIds: [staff.spare.staffId], shown, ...from },
			{ leadId: lead, coFacilitatorIds: [staff.spare.staffId], shown, ...from, covers: 'keep' },
		];
	},
	'sessions.$sessionId_.earlier-end': () => [
		{ version: '1', endTime: '6:40pm', why: 'Snow' },
		{ version: '1', endTime: '11:55pm', why: 'Snow' },
	],
	'sessions.$sessionId_.cancellation': () => [{ version: '1', reason: 'Snow' }],
	'sessions.$sessionId_.cancellation_.undo': () => [{}],
	'cohorts.new': (fill) => [
		{ ...newCohort(fill), intent: 'plan' },
		// Her group meets there on Thursdays, which are her side’s by what both worlds share.
		{ ...newCohort(fill), weekday1: 'thursday', place: `room:${fill.world.house.roomId}`, intent: 'plan' },
		{ ...newCohort(fill), intent: 'change' },
		{ ...newCohort(fill), intent: 'save', planId: fill.otherIds.cohortId ?? '', fingerprint: 'none' },
	],
	'cohorts.$cohortId.draft': () => [{ accept: '' }, { accept: 'yes' }],
	'imports.new': () => [{ register: new File([REGISTER], 'register.xlsx') }, { register: '' }],
	'imports.$importId': (fill) => [{ ...newCohort(fill), version: '1' }],
	'imports.$importId_.undo': () => [{ version: '1' }],
	'imports.facilitators.new': () => [{ list: new File([FACILITATORS], 'facilitators.csv') }, { list: '' }],
	'imports.cohorts.new': ({ world: { place } }) => [
		{ list: new File([COHORTS], 'cohorts.csv'), areaId: place.areaId },
		{ list: '', areaId: '' },
	],
	'imports.lists.$listId': () => [{ rows: ['2'], fingerprint: 'none' }],
	'imports.lists.$listId_.undo': () => [{ version: '1' }],
	'places.areas.new': () => [
		{ name: 'Eastfield', nation: 'scotland' },
		{ name: 'Northfield', nation: 'scotland' },
	],
	'places.areas.$areaId': () => [{ name: 'Northfield', nation: 'scotland', version: '1' }],
	'places.areas.$areaId_.venues.new': () => [{ name: 'New Hall' }],
	'places.venues.$venueId': () => [{ name: 'Old Hall', version: '1' }],
	'places.venues.$venueId_.days': () => [{ monday: 'survivor', version: '1' }],
	'places.venues.$venueId_.rooms.new': () => [{ name: 'Room 2' }],
	'places.rooms.$roomId': () => [{ name: 'Room 3', version: '1' }],
	'programmes.$programmeId.bands': () => [
		{ version: '0', good: '50', watch: '60' },
		{ version: '7', good: '85', watch: '65' },
		{ version: '0', good: '85', watch: 'most' },
		{ version: '0', good: '85', watch: '65' },
	],
	'programmes.$programmeId.versions._index': ({ ids: { programmeId = '' } }) => [{ from: '' }, { from: programmeId }],
	'programmes.$programmeId.versions.$versionId.plans.$planNumber': () => [
		{ version: '1', title: 'Meeting', aim: 'Meet', minutes: '600', guidance: 'Begin.' },
		{
			...{ version: '1', title: 'Meeting', aim: 'Meet', minutes: '90', guidance: 'Begin.' },
			...{ 'key-1': 'arrival', 'title-1': 'Arrive', 'minutes-1': '60', 'kind-1': 'core', 'mechanism-1': 'trust' },
		},
	],
	'programmes.$programmeId.versions.$versionId.publication': () => [
		{ version: '2', ...day('from', ['1', '2', '2027']) },
		{ version: '2', ...day('from', ['', '2', '2027']) },
	],
	'programmes.$programmeId.versions.$versionId.removal': () => [{ version: '9' }],
	'closures.new': ({ world: { house } }) =>
		['everywhere', house.venueId].map((where) => ({
			...{ label: 'Painters', where },
			...{ ...day('from', ['5', '3', '2026']), ...day('to', ['12', '3', '2026']) },
		})),
	'closures.$closureId.removal': () => [{}],
	'closures.school-holidays.$areaId': () => [
		{ label: 'Half term', ...day('from', ['12', '5', '2026']), ...day('to', ['14', '5', '2026']) },
	],
	'closures.school-holidays.$areaId_.import': () => [
		{ list: new File(['Name,First day,Last day\nSummer,20/7/2026,31/8/2026'], 'dates.csv'), listed: 'holidays' },
		{ list: '', listed: 'terms' },
	],
	'closures.school-holidays.days.$schoolHolidayId.removal': () => [{}],
	'closures.bank-holidays.$nation': () => [{ title: 'Coronation', ...day('date', ['8', '6', '2026']) }],
	'closures.bank-holidays.$nation_.check': () => [{}],
	'closures.bank-holidays.days.$holidayId.removal': () => [{}],
	'staff.new': ({ world }) => [
		{ name: 'Uma New', email: 'uma@example.org', ...duties(world, 'perpetrator') },
		{ name: 'Uma New', email: `${world.staff.hers.staffId}@example.org`, ...duties(world, 'survivor') },
	],
	'staff.$staffId': ({ world }) => [
		{ ...duties(world, 'perpetrator'), name: 'Ola Spare', version: '1' },
		{ ...duties(world, 'survivor'), name: 'Ola Spare', version: '2' },
	],
	'staff.$staffId_.sign-ins.end': () => [{}],
	'staff.$staffId_.second-factor.removal': () => ['1', '2', '3'].map((version) => ({ version })),
	'staff.$staffId_.link': () => ['1', '3', '4'].map((version) => ({ version })),
	'staff.$staffId_.deactivation': () => ['1', '3', '4', '5'].map((version) => ({ version })),
	search: () => [HER_NAME, HIS_NAME, 'Marlow', 'REF-her000003', 'REF-her', 'a'].map((who) => ({ who })),
	'people.$personId_.postcode': () => [
		{ version: '1', postcode: 'M1 1AE' },
		{ version: '2', postcode: 'nowhere' },
	],
	'people.$personId_.restriction': ({ world: { staff } }) => [{ version: '', readers: [staff.facilitator.staffId] }],
	'people.$personId_.restriction_.end': () => [{ version: '1' }],
	'people.$personId_.non-associations': () => [
		{ side: 'survivor', reference: 'REF-her000003', reason: 'Words' },
		{ side: 'perpetrator', reference: LONE_REFERENCE, reason: 'Words' },
	],
	'people.$personId_.non-associations_.$nonAssociationId.end': () => [{}],
	'sessions.$sessionId_.cover': ({ world: { staff } }) => [
		{ absentId: staff.colleague.staffId, coveringIds: [staff.hers.staffId] },
		{ absentId: staff.facilitator.staffId, coveringIds: [staff.spare.staffId] },
		{ absentId: staff.hers.staffId, coveringIds: [] },
	],
	'sessions.$sessionId_.cover_.end': ({ ids: { coverId = '' } }) => [{ coverId }],
	'covers.$coverId': () => [
		{ answer: 'accept', timeVersion: '9' },
		{ answer: 'accept', timeVersion: '1' },
		{ answer: 'decline', timeVersion: '1' },
	],
	'facilitators.$facilitatorId_.accreditations': () => [
		{
			programmeSlug: 'caring-dads',
			...day('accreditedOn', ['2', '2', '2026']),
			...day('expiresOn', ['2', '2', '2027']),
		},
		{ programmeSlug: 'no-such', ...day('accreditedOn', ['2', '2', '2026']) },
	],
	'facilitators.$facilitatorId_.accreditations_.end': ({ world }) => [
		{ accreditationId: world.timeOfHis.accreditationId },
	],
	'facilitators.$facilitatorId_.hours': () => [{ tuesday: '9am to 9pm' }, { tuesday: 'all day' }],
	'facilitators.$facilitatorId_.leave': () => [
		{ ...day('fromDay', ['1', '8', '2026']), ...day('toDay', ['14', '8', '2026']) },
		{ ...day('fromDay', ['1', '8', '2026']), ...day('toDay', ['14', '7', '2026']) },
	],
	'facilitators.$facilitatorId_.leave_.end': ({ world }) => [{ leaveId: world.timeOfHis.leaveId }],
	'sessions.$sessionId_.observation': () => [
		{ intent: 'save', version: '0', mode: 'live', 'score-plan-followed': '2', strengths: 'Calm', note: '' },
		{ intent: 'submit', version: '1', mode: 'recording', 'score-plan-followed': '3', strengths: '', note: 'Calm' },
		{ intent: 'submit', version: '2', mode: 'live', 'score-plan-followed': '9', strengths: '', note: '' },
		{ intent: 'submit', version: '0', mode: 'live', 'score-plan-followed': '1', strengths: '', note: '' },
	],
	'sessions.$sessionId_.observations': ({ world: { observationId } }) => [
		{ observationId, version: '1' },
		{ observationId, version: '2' },
		{ observationId: 'none', version: '1' },
	],
	'messages.kinds': () => [
		{ kind: 'joining', turn: 'off' },
		{ kind: 'joining', turn: 'on' },
	],
	'messages.wordings.$wordingId': () => [
		{ turn: 'test-in-use', subject: '', body: '' },
		{ turn: 'withdraw', subject: 'Other words', body: 'Other words' },
	],
	'cohorts.$cohortId.messages': () => [
		{ kind: 'changed', turn: 'off' },
		{ kind: 'changed', turn: 'on' },
	],
	// Nobody of the tests has agreed a token with a mail server, or with a service that sends texts.
	'mails.bounces': () => [],
	'texts.deliveries': () => [],
	'calls.$messageId': () => [
		{ outcome: 'not-rung', note: 'They came by', contactId: '', rungAt: '' },
		{ outcome: 'reached', note: '', contactId: 'none', rungAt: '10:15' },
	],
	'messages.$messageId': () => [{ decision: 'approved' }],
	'people.$personId_.messages': () => [
		{ turn: 'stop', reason: 'They asked for it' },
		{ turn: 'resume', reason: '' },
	],
	'cohorts.$cohortId.observation-plan': () => [{ shownDraws: '0' }, { shownDraws: '0' }, { shownDraws: '1' }],
	'sessions.$sessionId_.observers': ({ world: { staff } }) => [
		{ staffId: staff.observer.staffId },
		{ staffId: staff.hersObserver.staffId },
	],
	'sessions.$sessionId_.observers_.end': ({ world: { staff } }) => [{ staffId: staff.observer.staffId }],
	'cohorts.$cohortId.pair': ({ otherIds }) => [{ other: otherIds.cohortId ?? '' }],
	'cohorts.$cohortId.pair_.end': ({ otherIds }) => [{ other: otherIds.cohortId ?? '' }],
	'families.new': ({ world: { place } }) => [{ reference: 'F-1', areaId: place.areaId }],
	'families.$familyId_.worker': ({ world: { staff } }) => [
		{ version: '1', worker: staff.partnerSupport.staffId },
		{ version: '1', worker: '' },
	],
	'families.$familyId_.members.new': () => [
		{
			version: '1',
			side: 'survivor',
			reference: 'REF-her000003',
			relationship: 'mother',
			givenName: '',
			familyName: '',
		},
		{ version: '1', side: 'survivor', reference: 'NEW/2', relationship: 'mother', givenName: 'A', familyName: 'B' },
	],
	'families.$familyId_.members.$personId': () => [{ version: '1', relationship: 'mother' }],
	'families.$familyId_.members.$personId_.removal': () => [{ version: '1' }],
	'decisions._index': ({ world: { staff } }) => [{ staffId: staff.coordinator.staffId, reason: 'Words' }],
	'decisions.$staffId.end': () => [{}],
	'reviews.$openingId': () => [{ version: '1', note: 'Words' }],
	'audit.alerts.$alertId': () => [{ version: '1', note: 'Words' }],
	notices: () => [{ notice: ['nobodys'] }],
	'opened-records.$openingId.end': () => [{}],
	// Each code works once: a step of its own for each form that asks for one.
	'opened-records.new': () =>
		(
			[
				['survivor', 'REF-her000003'],
				['perpetrator', 'REF-her000003'],
				['perpetrator', LONE_REFERENCE],
			] as const
		).map(([side, reference]) => ({
			...{ side, reference, reason: 'He stands at the door and says that he is on the programme' },
			...{ password: PASSWORD, code: phoneCode(-1) },
		})),
	'account.password': () => [
		{ current: 'wrong', password: 'long enough to be kept', passwordAgain: 'long enough to be kept' },
		{ current: PASSWORD, password: 'long enough to be kept', passwordAgain: 'long enough to be kept' },
	],
	'account.second-factor_.recovery-codes': () => [{ code: phoneCode(), password: PASSWORD }],
	'account.second-factor': () => [
		{ code: '000000', password: PASSWORD },
		{ code: phoneCode(1), password: PASSWORD },
	],
	'account.second-factor_.removal': () => [{ code: phoneCode(1), password: PASSWORD }],
	'account.sign-ins.end': () => [{ which: 'nobodys' }, { which: 'others' }],
	'account.single-sign-on': () => [{ password: PASSWORD }],
	'account.single-sign-on_.removal': () => [{}],
	'unsaved_.removal': () => [{ form: 'nobodys' }],
	'sign-in_.code': () => [{ code: phoneCode() }],
	'sign-in_.recovery-code': () => [{ code: 'recovery-code-1' }],
	'sign-in_.set-up': () => [{ code: phoneCode() }],
	'calendar_.end': () => [{}],
	'calendar_.invitations': () => [{ wanted: 'yes' }, { wanted: 'no' }],
	calendar: () => [{}],
	'invitations.$secret': () => [{ password: 'long enough to be kept' }],
	'sign-in': ({ world }) => [
		{ email: `${world.staff.hers.staffId}@example.org`, password: 'wrong' },
		{ email: 'hername@example.org', password: 'wrong' },
	],
	$: () => [{}],
	'sign-out': () => [{}],
};

/** A cohort at a time and place where nothing of either side stands in its way. */
export function newCohort({ world: { place, staff } }: Pick<Fill, 'world'>): Record<string, string> {
	return {
		...{ name: 'Monday group', programme: programmeIdOf({ slug: 'caring-dads', version: '1', variant: null }) },
		...{ areaId: place.areaId, nation: '', place: `room:${place.roomId}`, places: '12' },
		...{ leadId: staff.facilitator.staffId, coFacilitatorIds: staff.colleague.staffId },
		...{ weekday1: 'monday', time1: '6:30pm', weekday2: '', time2: '', skippedWeeks: '' },
		...day('earliestStart', ['6', '4', '2026']),
	};
}

/** A new time for one session, and who asked. */
function newTime(on: readonly [string, string, string]): Record<string, string> {
	return { ...day('day', on), startTime: '10am', endTime: 'midday', askedBy: 'service', why: 'The hall is flooded' };
}

/** Another pattern of a cohort, on a weekday on which nobody meets. */
function newPattern(weekday: string): Record<string, string> {
	return {
		...{ weekday1: weekday, time1: '10am', weekday2: '', time2: '', skippedWeeks: '' },
		...{ ...day('from', ['11', '3', '2026']), askedBy: 'participant', why: 'Work' },
	};
}

function duties({ place }: World, side: string) {
	return { roles: ['facilitator', 'read-only'], areas: [place.areaId], sides: [side] };
}
