import type { ReactNode } from 'react';
import { HOMEWORK_ANSWERS, HOMEWORK_NAMES } from '#app/domain/attendance/taking-part.ts';
import type { Asks } from '#app/domain/programmes/asks.ts';
import { RegisterRow } from '#app/ui/blocks/register-row.tsx';
import { type Segment, Segmented } from '#app/ui/blocks/segmented.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { fieldOf, NO_ANSWER_YET, type Part } from './form.ts';
import type { TakingPartRowView } from './taking-part-view.ts';

type AnswerRowProps = { readonly row: TakingPartRowView; readonly asks: Asks; readonly form: FormState };

const HOMEWORK = HOMEWORK_ANSWERS.map((answer): Segment => ({ value: answer, label: HOMEWORK_NAMES[answer] }));
const TAKE_BACK: Segment = { value: NO_ANSWER_YET, label: 'Not recorded' };

/** One person who attended: a question for each thing that the programme asks, each a group of radios of its own. */
export function AnswerRow({ row, asks, form }: AnswerRowProps) {
	const { key, name, isComplete, isFixed, version } = row;
	const field = (part: Part) => fieldOf(part, key);
	// Once a row was sent back, a radio that is not in it was left open.
	const wasSent = field('version') in form.values;
	const shown = (part: 'engagement' | 'homework') => (wasSent ? textOf(form, field(part)) : String(row[part] ?? ''));
	const errors = (['engagement', 'homework'] as const).flatMap((part) => form.errors[field(part)] ?? []);
	// What is fixed stays as it is; what nobody has answered can be filled in however late.
	const optionsOf = (part: 'engagement' | 'homework', options: readonly Segment[]) =>
		row[part] === null || isFixed ? options : [...options, TAKE_BACK];
	return (
		<RegisterRow
			id={key}
			person={name}
			error={errors[0]}
			status={isComplete ? <Tag colour="green">Answered</Tag> : 'Not recorded'}
			marks={
				<>
					{asks.engagement && (
						<Question label="Engagement">
							<Segmented
								name={field('engagement')}
								options={optionsOf('engagement', levelsIn(asks.engagement))}
								selected={shown('engagement') || null}
								disabled={isFixed && row.engagement !== null}
							/>
						</Question>
					)}
					{asks.homework && (
						<Question label="Homework">
							<Segmented
								name={field('homework')}
								options={optionsOf('homework', HOMEWORK)}
								selected={shown('homework') || null}
								disabled={isFixed && row.homework !== null}
							/>
						</Question>
					)}
				</>
			}
		>
			<HiddenField name={field('version')} value={textOf(form, field('version')) || version} />
		</RegisterRow>
	);
}

function Question({ label, children }: { readonly label: string; readonly children: ReactNode }) {
	return (
		<div className="taking-part" role="radiogroup" aria-label={label}>
			<p className="taking-part__question" aria-hidden="true">
				{label}
			</p>
			{children}
		</div>
	);
}

function levelsIn(levels: readonly string[]): readonly Segment[] {
	return levels.map((words, at) => ({ value: String(at + 1), label: `${at + 1} ${words}` }));
}
