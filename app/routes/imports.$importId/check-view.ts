import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { ImportedSession } from '#app/domain/imports/cohort/imported-sessions.ts';
import { planNumbered, SIDES } from '#app/domain/programmes/programme.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import { NATION_NAMES } from '#app/domain/scheduling/meeting-pattern.ts';
import { sentenceForClash } from '#app/domain/scheduling/shown-clashes.ts';
import { dayInWords, upperFirst } from '#app/domain/shared/in-words.ts';
import { placeValue } from '#app/http/cohort-form.ts';
import { EMPTY_FORM } from '#app/ui/form-state.ts';
import { formatTime } from '#app/ui/format.ts';
import { countSlotRefusal } from '#app/use-cases/clashes/slot-refusals.ts';
import { listCohortOptions } from '#app/use-cases/cohorts/list-cohort-options.ts';
import { reportOf } from '#app/use-cases/imports/import-report.ts';
import { type PreparedImport, prepareImport } from '#app/use-cases/imports/prepare-import.ts';
import { listFacilitators } from '#db/queries/staff.ts';
import { broughtIn } from './brought-in.ts';
import type { OpenUpload } from './open-upload.ts';
import { SENTENCES } from './sentences.ts';

export type CheckView = Extract<ReturnType<typeof checkView>, { kind: 'check' }>;
export type BlockedView = Extract<ReturnType<typeof checkView>, { kind: 'blocked' }>;

/** The dry run for a person to look at; or the sentence that says why the register cannot become this cohort any more. */
export function checkView(context: AppContext, actor: Actor, { row, workbook }: OpenUpload) {
	const outcome = prepareImport(context, context.db, actor, row, workbook);
	const shared = { fileName: row.fileName, form: EMPTY_FORM };
	if (!outcome.done) {
		const say = SENTENCES[outcome.code];
		const sentence =
			say?.(outcome.details).sentence ?? 'Choose the cohort again. What was chosen is not there any more';
		return { kind: 'blocked' as const, ...shared, sentence };
	}
	const prepared = outcome.value;
	countSlotRefusal(context, actor, prepared.clashes);
	const { plan, cohort, clashes, fewFacilitators, fingerprint } = prepared;
	const { counts, ...report } = reportOf(prepared, row.fileName);
	return {
		kind: 'check' as const,
		...shared,
		name: cohort.name,
		facts: factsOf(context, actor, prepared),
		broughtIn: broughtIn(counts, report),
		sessions: sessionLines(context, actor, prepared),
		strip: plan.sessions.map(({ planNumber, time, state, moved }) => ({
			number: planNumber,
			day: time?.day ?? null,
			state: stripState(state, time !== null && time.endsAt <= context.clock.now()),
			movedFrom: moved?.from.day ?? null,
		})),
		clashing: new Set(clashes.map(({ planNumber }) => planNumber)).size,
		fewFacilitators,
		fingerprint,
	};
}

function stripState(state: ImportedSession['state'], isOver: boolean) {
	if (state !== 'scheduled') return state;
	return isOver ? ('not-recorded' as const) : ('to-come' as const);
}

function factsOf(context: AppContext, actor: Actor, { cohort, settled, plan }: PreparedImport) {
	const options = listCohortOptions(context, actor, 'import.register');
	const labelOf = (list: readonly { value: string; label: string }[], value: string) =>
		list.find((one) => one.value === value)?.label ?? '';
	const [lead, ...others] = settled.team.map((id) => labelOf(options.facilitators, id));
	const weekdays = plan.slots.map(({ weekday }) => `${upperFirst(weekday)}s`);
	return [
		{ key: 'Programme', value: programmeLabel(settled.programme) },
		{ key: 'Area', value: labelOf(options.areas, cohort.areaId) },
		{ key: 'Bank holidays of', value: NATION_NAMES[settled.nation] },
		{ key: 'Where', value: labelOf(options.places, placeValue(cohort.place)) },
		{ key: 'When', value: `${weekdays.join(' and ')}, ${formatTime(cohort.startTime)}` },
		{ key: 'Team', value: [`${lead} (lead)`, ...others].join(', ') },
		{ key: 'Places', value: String(cohort.places) },
	];
}

function sessionLines({ db }: AppContext, actor: Actor, { plan, clashes, settled, proposal }: PreparedImport) {
	const names = new Map(listFacilitators(db, actor, SIDES).map(({ id, name }) => [id, name]));
	return plan.sessions.map((session) => {
		const { planNumber, time, moved, stateReason, column } = session;
		return {
			label: `${planNumber}. ${planNumbered(settled.programme, planNumber).title}`,
			column: column === null ? null : `column ${proposal.sessions[column - 1]!.column}`,
			day: time ? dayInWords(time.day) : 'Not booked',
			state: stateReason ? `Cancelled: ${stateReason}` : STATE_WORDS[session.state],
			moved: moved ? `moved from ${dayInWords(moved.from.day)}: ${moved.why}` : null,
			clashes: clashes
				.filter((clash) => clash.planNumber === planNumber)
				.map((clash) => {
					const name = 'staffId' in clash ? names.get(clash.staffId) : undefined;
					return sentenceForClash(clash, name ?? '');
				}),
		};
	});
}

const STATE_WORDS = { held: 'Held', cancelled: 'Cancelled', scheduled: 'To come, or not recorded yet' } as const;
