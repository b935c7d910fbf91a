import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { ErrorMessage } from '#app/ui/forms/error-message.tsx';

type RegisterRowProps = {
	/** Starts the ids of the parts of the row. */
	readonly id: string;
	/** Whose row it is: the legend. */
	readonly person: ReactNode;
	/** A line under the name: what was received, what is due. */
	readonly note?: ReactNode;
	/** The `Segmented` of marks. */
	readonly marks: ReactNode;
	/** Asked only when the chosen mark opens it, or always where the browser cannot tell. */
	readonly reason?: ReactNode;
	readonly minutes?: ReactNode;
	/** At the right: a tag, or “Not yet recorded”. */
	readonly status?: ReactNode;
	readonly error?: string | undefined;
	/** What the row is called in the browser’s own storage: a word that says nothing of the person. */
	readonly keep?: string;
	/** Sent back with what was typed: it is not saved. */
	readonly isUnsaved?: boolean;
	/** Plain fields of the row, such as its version. */
	readonly children?: ReactNode;
};

/** One person in a register: a fieldset whose parts stand side by side, and below each other on a phone. */
export function RegisterRow({
	id,
	person,
	note,
	marks,
	reason,
	minutes,
	status,
	error,
	keep,
	isUnsaved,
	children,
}: RegisterRowProps) {
	const describedBy = classNames(note ? `${id}-note` : null, error && `${id}-error`);
	return (
		<fieldset
			className={classNames('register-row', error && 'register-row--error')}
			aria-describedby={describedBy}
			data-keep={keep}
			data-unsaved={isUnsaved ? '' : undefined}
		>
			<legend className="register-row__person">{person}</legend>
			{note && (
				<p className="register-row__note" id={`${id}-note`}>
					{note}
				</p>
			)}
			<div className="register-row__marks">
				{error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
				{marks}
				{(reason || minutes) && (
					<div className="register-row__extras">
						{reason && <div className="register-row__more register-row__more--reason">{reason}</div>}
						{minutes && <div className="register-row__more register-row__more--minutes">{minutes}</div>}
					</div>
				)}
			</div>
			{status && <div className="register-row__status">{status}</div>}
			{children}
		</fieldset>
	);
}
