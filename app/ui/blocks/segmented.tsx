import { keyed } from '#app/ui/keyed.ts';

export type Segment = {
	readonly value: string;
	readonly label: string;
	/** The key that chooses it in the register, where letters are switched on. */
	readonly letter?: string | undefined;
	/** How it looks when it is chosen: `present` filled, `absent` cream with a black border, else grey. */
	readonly tone?: 'present' | 'absent' | undefined;
	/** What opens in the row when it is chosen. */
	readonly opens?: readonly ('reason' | 'minutes')[] | undefined;
};

type SegmentedProps = {
	readonly name: string;
	readonly options: readonly Segment[];
	/** The value that is chosen at first; null while nobody has answered. */
	readonly selected?: string | null | undefined;
	/** The id of the first radio, to which a summary of errors leads; the name unless it is given. */
	readonly id?: string | undefined;
	readonly describedBy?: string | undefined;
	readonly disabled?: boolean | undefined;
};

/**
 * Native radios drawn as one control, each within its label: a register has six of them for each person, and an address for
 * every one was a fifth of its page. They need a fieldset with a legend around them: see `RegisterRow`.
 */
export function Segmented({ name, options, selected, id = name, describedBy, disabled }: SegmentedProps) {
	return (
		<div className="segmented">
			{keyed(options).map(({ key, place, item }) => (
				<label key={key}>
					<input
						type="radio"
						id={place === 1 ? id : undefined}
						name={name}
						value={item.value}
						defaultChecked={item.value === selected}
						disabled={disabled}
						aria-describedby={describedBy}
						data-tone={item.tone}
						data-letter={item.letter}
						data-opens={item.opens?.join(' ') || undefined}
					/>
					<span>{item.label}</span>
				</label>
			))}
		</div>
	);
}
