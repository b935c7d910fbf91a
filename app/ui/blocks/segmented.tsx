import { classNames } from '#app/ui/class-names.ts';
import { keyed } from '#app/ui/keyed.ts';

export type Segment = {
	readonly value: string;
	readonly label: string;
	/** The key that chooses it in the register, where letters are switched on. */
	readonly letter?: string | undefined;
	/** How it looks when it is chosen: `present` filled, `absent` cream with a black border, else grey. */
	readonly tone?: 'present' | 'absent' | 'neutral' | undefined;
	/** What opens in the row when it is chosen. */
	readonly opens?: readonly ('reason' | 'minutes')[] | undefined;
};

type SegmentedProps = {
	readonly name: string;
	readonly options: readonly Segment[];
	/** The value that is chosen at first; null while nobody has answered. */
	readonly selected?: string | null | undefined;
	/** The id of the first radio and the start of the others; the name unless it is given. */
	readonly idPrefix?: string | undefined;
	readonly describedBy?: string | undefined;
	readonly disabled?: boolean | undefined;
};

/** Native radios drawn as one control. They need a fieldset with a legend around them: see `RegisterRow`. */
export function Segmented({ name, options, selected, idPrefix = name, describedBy, disabled }: SegmentedProps) {
	return (
		<div className="segmented">
			{keyed(options).map(({ key, place, item }) => {
				const id = place === 1 ? idPrefix : `${idPrefix}-${place}`;
				return (
					<div key={key} className="segmented__option">
						<input
							className={classNames('segmented__input', `segmented__input--${item.tone ?? 'neutral'}`)}
							type="radio"
							id={id}
							name={name}
							value={item.value}
							defaultChecked={item.value === selected}
							disabled={disabled}
							aria-describedby={describedBy}
							data-letter={item.letter}
							data-opens={item.opens?.join(' ') || undefined}
						/>
						<label className="segmented__label" htmlFor={id}>
							{item.label}
						</label>
					</div>
				);
			})}
		</div>
	);
}
