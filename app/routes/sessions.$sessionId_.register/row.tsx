import { MARK_MEANINGS, MARKS, parseMark, parseReason, REASON_LABELS, REASONS } from '#app/domain/attendance/marks.ts';
import { RegisterRow } from '#app/ui/blocks/register-row.tsx';
import { type Segment, Segmented } from '#app/ui/blocks/segmented.tsx';
import { Tag, type TagColour } from '#app/ui/components/tag.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { EMPTY_FORM, type FormState, textOf } from '#app/ui/form-state.ts';
import { Input } from '#app/ui/forms/input.tsx';
import { Select } from '#app/ui/forms/select.tsx';
import { slot, stamp } from '#app/ui/stamp.tsx';
import { type ConcernState, ConcernTick } from './concern-tick.tsx';
import { concernField, fieldOf, LONGEST_TEXT, NO_MARK, type Part } from './form.ts';
import type { RowView } from './register-view.ts';

const PARTS = ['mark', 'minutes', 'reason', 'note'] as const;

const MARKED = MARKS.map((mark): Segment => {
	const { label, letter, attended, missed, needsReason, takesMinutes } = MARK_MEANINGS[mark];
	const opens = [needsReason && ('reason' as const), takesMinutes && ('minutes' as const)].filter(
		(part) => part !== false,
	);
	return { value: mark, label, letter, tone: attended ? 'present' : missed ? 'absent' : undefined, opens };
});
const APOLOGY = MARKED.filter(({ value }) => value === 'absent-notified');

const CHOICES = {
	marks: MARKED,
	'marks-or-none': [...MARKED, { value: NO_MARK, label: 'Not recorded' }],
	'in-advance': [{ value: NO_MARK, label: 'Expected' }, ...APOLOGY],
} as const;

const REASON_OPTIONS = [
	{ value: '', label: 'Choose' },
	...REASONS.map((reason) => ({ value: reason, label: REASON_LABELS[reason] })),
];

/** What decides the markup of a row; everything about the person is in `RowValues`. */
type RowShape = {
	readonly choices: keyof typeof CHOICES;
	readonly mark: string;
	readonly reason: string;
	readonly isFixed: boolean;
	readonly hasError: boolean;
	readonly isUnsaved: boolean;
	readonly status: TagColour | 'not-recorded' | 'none';
	readonly concern: ConcernState;
};
type RowValues = Readonly<
	Record<'key' | 'keep' | 'name' | 'standing' | 'minutes' | 'note' | 'version' | 'status' | 'error', string>
>;

type Shown = { readonly form: FormState; readonly phase: 'started' | 'in-advance'; readonly takesBack: boolean };

/** The markup of one person's row: one component, rendered once for each shape that rows have. */
export function rowMarkup(row: RowView, { form, phase, takesBack }: Shown): string {
	const field = (part: Part) => fieldOf(part, row.key);
	const isKept = (part: Part) => isKeptField(form, field(part));
	const shown = (part: Part) => (isKept(part) ? textOf(form, field(part)) : String(row[part] ?? ''));
	const error = form === EMPTY_FORM ? undefined : errorIn(form, row.key);
	const isAhead = phase === 'in-advance';
	const concern = row.concern === 'offered' && isKeptField(form, concernField(row.key)) ? 'ticked' : row.concern;
	const shape: RowShape = {
		choices: isAhead ? 'in-advance' : takesBack && row.mark !== null ? 'marks-or-none' : 'marks',
		// Only words of ours: a shape is kept, so nothing that somebody typed may be part of one.
		mark: parseMark(shown('mark')) ?? (isAhead || shown('mark') === NO_MARK ? NO_MARK : ''),
		reason: parseReason(shown('reason')) ?? '',
		isFixed: row.isFixed,
		hasError: error !== undefined,
		isUnsaved: concern === 'ticked' || PARTS.some((part) => isKept(part) && !isSaved(row, part, shown(part))),
		status: row.status?.colour ?? (isAhead ? 'none' : 'not-recorded'),
		concern,
	};
	const values: RowValues = {
		key: row.key,
		keep: row.keep,
		name: row.name,
		standing: row.standing,
		minutes: shown('minutes'),
		note: shown('note'),
		version: shown('version'),
		status: row.status?.text ?? '',
		error: error ?? '',
	};
	return stamp(`register row ${Object.values(shape).join(' ')}`, () => <Row {...shape} />, values);
}

function isKeptField(form: FormState, name: string): boolean {
	return form !== EMPTY_FORM && name in form.values;
}

/** Whether the row is saved with just these words; no radio and “not recorded” are the same. */
function isSaved(row: RowView, part: (typeof PARTS)[number], text: string): boolean {
	return (text === NO_MARK ? '' : text) === String(row[part] ?? '');
}

function errorIn({ errors }: FormState, key: string): string | undefined {
	return PARTS.map((part) => errors[fieldOf(part, key)]).find((error) => error !== undefined);
}

function Row({ choices, mark, reason, isFixed, hasError, isUnsaved, status, concern }: RowShape) {
	const field = (part: Part) => fieldOf(part, slot('key'));
	return (
		<RegisterRow
			id={slot('key')}
			person={slot('name')}
			note={slot('standing')}
			error={hasError ? slot('error') : undefined}
			keep={slot('keep')}
			isUnsaved={isUnsaved}
			status={<RowStatus status={status} />}
			marks={<Segmented name={field('mark')} options={CHOICES[choices]} selected={mark} disabled={isFixed} />}
			minutes={
				choices !== 'in-advance' &&
				!isFixed && (
					<Input
						name={field('minutes')}
						label="Minutes"
						inputMode="numeric"
						width={3}
						maxLength={3}
						defaultValue={slot('minutes')}
					/>
				)
			}
			reason={
				!isFixed && (
					<>
						<Select name={field('reason')} label="Reason" options={REASON_OPTIONS} defaultValue={reason} />
						<Input name={field('note')} label="Note, if needed" maxLength={LONGEST_TEXT} defaultValue={slot('note')} />
					</>
				)
			}
		>
			<ConcernTick state={concern} />
			{!isFixed && <HiddenField name={field('version')} value={slot('version')} />}
		</RegisterRow>
	);
}

function RowStatus({ status }: Pick<RowShape, 'status'>) {
	if (status === 'none') return null;
	return status === 'not-recorded' ? <>Not yet recorded</> : <Tag colour={status}>{slot('status')}</Tag>;
}
