import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { keyed } from '#app/ui/keyed.ts';

export type SummarisedError = {
	readonly text: ReactNode;
	/** Where the field is, as `#its-id`; left out when the error belongs to none. */
	readonly href?: string | undefined;
};

type ErrorSummaryProps = Omit<ComponentPropsWithoutRef<'div'>, 'title'> & {
	readonly title?: ReactNode;
	readonly errors?: readonly SummarisedError[];
	readonly disableAutoFocus?: boolean;
};

/** `children` describe the problem as a whole, before the list. The script moves the focus here when the page opens. */
export function ErrorSummary({
	title = 'There is a problem',
	errors = [],
	disableAutoFocus,
	className,
	children,
	...rest
}: ErrorSummaryProps) {
	return (
		<div
			className={classNames('govuk-error-summary', className)}
			data-module="govuk-error-summary"
			data-disable-auto-focus={disableAutoFocus}
			{...rest}
		>
			<div role="alert">
				<h2 className="govuk-error-summary__title">{title}</h2>
				<div className="govuk-error-summary__body">
					{children && <p>{children}</p>}
					{errors.length > 0 && (
						<ul className="govuk-list govuk-error-summary__list">
							{keyed(errors).map(({ key, item }) => (
								<li key={key}>{item.href ? <a href={item.href}>{item.text}</a> : item.text}</li>
							))}
						</ul>
					)}
				</div>
			</div>
		</div>
	);
}
