import type { StaffActor } from '#app/domain/access/actor.ts';
import { answersOf, countChanges, groupRegister } from '#app/domain/fidelity/adaptations/adaptation-register.ts';
import type { Programme } from '#app/domain/programmes/programme.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { answerInWords, STANDING_WORDS } from '#app/ui/fidelity/frame-words.ts';
import { aboutInWords, answersInWords, countsInWords, onlyInWords } from '#app/ui/fidelity/register-words.ts';
import { formatCount, formatDay } from '#app/ui/format.ts';
import type { Rows } from '#app/ui/rows.ts';
import { planTitle } from '#app/ui/session-name.ts';
import {
	type AdaptationRegister,
	type RegisterAsked,
	reviewRegister,
} from '#app/use-cases/adaptations/review-register.ts';
import { ALL_VERSIONS, aboutAsText, SHOWN_STANDINGS } from './filter.ts';

export type RegisterView = ReturnType<typeof readRegisterView>;
export type GroupView = RegisterView['groups'][number];
type Group = AdaptationRegister['groups'][number];

/** What was changed in the sessions of a programme, by plan and activity, as an author of its next version reads it. */
export function readRegisterView(
	context: RequestContext,
	actor: StaffActor,
	programme: Programme,
	asked: RegisterAsked,
) {
	const register = reviewRegister(context, actor, programme, asked);
	const programmeId = programmeIdOf(programme);
	const shown = register.groups.flatMap(({ records }) => records);
	const approved = shown.filter(({ standing }) => standing === 'approved').length;
	return {
		label: programmeLabel(programme),
		programmeHref: paths.programme(programmeId),
		fileHref: register.all.length > 0 ? paths.programmeAdaptationsFile(programmeId) : null,
		hasAny: register.all.length > 0,
		summary: `${formatCount('record', shown.length)}${shown.length === register.all.length ? '' : ` of ${register.all.length}`}: ${approved} approved before the session, ${shown.length - approved} not.`,
		/** Every kind of change among those shown, by name, with how often it was made. */
		kinds: answersInWords(countChanges(shown)),
		filters: filtersOf(register, programme, asked),
		groups: register.groups.map((group) => groupView(group, register.heldByPlan, programme)),
		/** The sessions in which each plan was held that is among the groups. */
		held: heldRows(register),
	};
}

function heldRows({ groups, heldByPlan }: AdaptationRegister): readonly Rows[] {
	const plans = [...new Set(groups.map(({ planNumber }) => planNumber))];
	return plans.flatMap((planNumber) => {
		const rows = (heldByPlan.get(planNumber) ?? []).map(({ id, day, cohort }) => {
			return { text: `${cohort}${day ? `, ${formatDay(day)}` : ''}`, href: paths.session(id), about: '' };
		});
		return rows.length > 0 ? [{ key: heldKey(planNumber), name: `Session ${planNumber} was held`, rows }] : [];
	});
}

const heldKey = (planNumber: number) => `held-${planNumber}`;

function filtersOf({ versions, all }: AdaptationRegister, programme: Programme, asked: RegisterAsked) {
	const { plans } = programme;
	const abouts = groupRegister(all, plans).map(({ planNumber, activityKey }) => {
		const { title, activity } = aboutInWords(plans, { planNumber, activityKey });
		return {
			planNumber,
			title: planTitle(planNumber, title),
			value: aboutAsText({ planNumber, activityKey }),
			activity,
		};
	});
	const byPlan = [...Map.groupBy(abouts, ({ planNumber }) => planNumber)];
	return {
		version: {
			chosen: asked.version ?? ALL_VERSIONS,
			options: [
				{ value: ALL_VERSIONS, label: 'All versions' },
				...versions.map((version) => ({ value: version, label: `Version ${version}` })),
			],
		},
		about: {
			chosen: asked.about ? aboutAsText(asked.about) : '',
			options: [
				{ value: '', label: 'All sessions' },
				...byPlan.flatMap(([planNumber, own]) => [
					{ value: aboutAsText({ planNumber }), label: own[0]!.title },
					...own.map(({ value, activity }) => ({ value, label: `Session ${planNumber}: ${activity}` })),
				]),
			],
		},
		standing: {
			chosen: asked.standing ?? '',
			options: [
				{ value: '', label: 'All' },
				...SHOWN_STANDINGS.map((standing) => ({ value: standing, label: STANDING_WORDS[standing] })),
			],
		},
	};
}

function groupView(group: Group, heldByPlan: AdaptationRegister['heldByPlan'], { plans }: Programme) {
	const { planNumber, records, approved, answers } = group;
	const { title, activity } = aboutInWords(plans, group);
	const held = heldByPlan.get(planNumber)?.length ?? 0;
	const sessions = new Set(records.map(({ sessionId }) => sessionId)).size;
	return {
		id: `about-${aboutAsText(group)}`,
		plan: planTitle(planNumber, title),
		activity,
		howOften: `${formatCount('record', records.length)} in ${formatCount('session', sessions)}, ${approved} approved before the session.`,
		held: { words: formatCount('session', held), href: held > 0 ? `#${heldKey(planNumber)}` : null },
		answers: countsInWords(answers),
		/** The answers of a single record, of which there is nothing to count. */
		only: records.length === 1 ? onlyInWords(answersOf(records[0]!)) : null,
		rows: records.map(rowOf),
	};
}

function rowOf(record: Group['records'][number]) {
	const { id, session, cohort, contentChange, contextChange, what, how, reason, standing, decisionReason } = record;
	const when = session.time ? formatDay(session.time.day) : 'not booked yet';
	const isToCome = session.state === 'scheduled';
	return {
		id: id as string,
		href: paths.adaptations(session.id),
		session: `${cohort.name}, ${when}${session.kind === 'catch-up' ? ' (catch-up)' : ''}${isToCome ? ' (not held yet)' : ''}`,
		version: cohort.programmeVersion,
		what: `${answerInWords(contentChange ?? contextChange ?? what)}. ${how}`,
		reason,
		standing: [STANDING_WORDS[standing], decisionReason].filter(Boolean).join(': '),
	};
}
