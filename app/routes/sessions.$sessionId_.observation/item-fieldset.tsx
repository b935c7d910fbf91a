import { type ObservationItem, scaleOf } from '#app/domain/observations/observation-form.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { Radios } from '#app/ui/forms/radios.tsx';
import { fieldOf, NO_SCORE } from './form.ts';

type ItemFieldsetProps = {
	readonly item: ObservationItem;
	/** What is chosen at first: the saved score, or what was sent. */
	readonly chosen: string;
	readonly form: FormState;
};

/** One item: its scores from the lowest up, each with what it means, and that there was nothing to see. */
export function ItemFieldset({ item, chosen, form }: ItemFieldsetProps) {
	const { key, title, lookFor, anchors } = item;
	return (
		<Radios
			name={fieldOf(key)}
			error={form.errors[fieldOf(key)]}
			legend={title}
			legendSize="s"
			hint={lookFor}
			value={chosen || NO_SCORE}
			groupClassName="observation-item"
			items={[
				...anchors.map(({ score, text }) => ({
					value: String(score),
					label: (
						<>
							<strong>{score}</strong> {text}
						</>
					),
				})),
				{ value: NO_SCORE, label: 'Not seen, or not scored yet' },
			]}
		/>
	);
}

/** The same to read before the session starts. */
export function ItemToRead({ item }: { readonly item: ObservationItem }) {
	const { highest } = scaleOf(item);
	return (
		<div className="observation-item">
			<h3 className="govuk-heading-s govuk-!-margin-bottom-1">{item.title}</h3>
			<p className="govuk-body quiet">{item.lookFor}</p>
			<ul className="govuk-list govuk-list--bullet">
				{item.anchors.map(({ score, text }) => (
					<li key={score}>
						<strong>
							{score} of {highest}
						</strong>{' '}
						{text}
					</li>
				))}
			</ul>
		</div>
	);
}
