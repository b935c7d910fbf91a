import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';

type PanelProps = Omit<ComponentPropsWithoutRef<'div'>, 'title'> & {
	readonly title: ReactNode;
	readonly headingLevel?: 1 | 2 | 3 | undefined;
};

/** Confirms that something is finished. */
export function Panel({ title, headingLevel = 1, className, children, ...rest }: PanelProps) {
	const Heading = `h${headingLevel}` as const;
	return (
		<div className={classNames('govuk-panel govuk-panel--confirmation', className)} {...rest}>
			<Heading className="govuk-panel__title">{title}</Heading>
			{children && <div className="govuk-panel__body">{children}</div>}
		</div>
	);
}
