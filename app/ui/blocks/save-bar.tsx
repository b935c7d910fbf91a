import type { ReactNode } from 'react';
import { Button } from '#app/ui/components/button.tsx';

type SaveBarProps = {
	/** What the button says: “Save register”. */
	readonly button: string;
	/** How far we are: “9 of 12 marked”. It is read out whenever a script changes it. */
	readonly status?: ReactNode;
	readonly statusId?: string | undefined;
	/** A hint at the right, such as the letter keys. */
	readonly hint?: ReactNode;
	/** Further buttons or links. */
	readonly children?: ReactNode;
};

/** Stays at the bottom edge while its form is on the screen; the page keeps that much room free below what has focus. */
export function SaveBar({ button, status, statusId, hint, children }: SaveBarProps) {
	return (
		<div className="save-bar">
			<Button preventDoubleClick className="save-bar__button">
				{button}
			</Button>
			{children}
			<p className="save-bar__status" role="status" id={statusId}>
				{status}
			</p>
			{hint && <div className="save-bar__hint">{hint}</div>}
		</div>
	);
}
