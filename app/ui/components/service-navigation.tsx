import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { type NavigationItem, NavigationList } from './navigation-list.tsx';

type ServiceNavigationProps = Omit<ComponentPropsWithoutRef<'section'>, 'children'> & {
	readonly serviceName?: ReactNode;
	readonly serviceHref?: string | undefined;
	readonly items?: readonly NavigationItem[] | undefined;
	readonly menuText?: string | undefined;
	readonly menuLabel?: string | undefined;
	readonly navigationLabel?: string | undefined;
	readonly navigationId?: string | undefined;
	readonly navigationClassName?: string | undefined;
	/** Fold the list behind a menu button on a phone; it does when there is more than one item. */
	readonly collapse?: boolean | undefined;
	readonly inverse?: boolean | undefined;
	readonly start?: ReactNode;
	readonly end?: ReactNode;
	/** Put what stands at the end on the same line, at the right. */
	readonly endInline?: boolean | undefined;
};

export function ServiceNavigation({
	serviceName,
	serviceHref,
	items = [],
	inverse,
	start,
	end,
	endInline,
	className,
	'aria-label': ariaLabel = 'Service information',
	...props
}: ServiceNavigationProps) {
	const { menuText, menuLabel, navigationLabel, navigationId, navigationClassName, collapse, ...rest } = props;
	const root = {
		className: classNames('govuk-service-navigation', inverse && 'govuk-service-navigation--inverse', className),
		'data-module': 'govuk-service-navigation',
		...rest,
	};
	const inside = (
		<div className={classNames('govuk-width-container', endInline && 'govuk-service-navigation__inlining-container')}>
			{start}
			<div className="govuk-service-navigation__container">
				{serviceName && <ServiceName href={serviceHref}>{serviceName}</ServiceName>}
				{items.length > 0 && (
					<NavigationList
						{...{ items, menuText, menuLabel, navigationLabel, navigationId, navigationClassName, collapse }}
					/>
				)}
			</div>
			{end}
		</div>
	);
	if (!serviceName && !start && !end) return <div {...root}>{inside}</div>;
	return (
		<section aria-label={ariaLabel} {...root}>
			{inside}
		</section>
	);
}

function ServiceName({ href, children }: { readonly href: string | undefined; readonly children: ReactNode }) {
	return (
		<span className="govuk-service-navigation__service-name">
			{href ? (
				<a href={href} className="govuk-service-navigation__link">
					{children}
				</a>
			) : (
				<span className="govuk-service-navigation__text">{children}</span>
			)}
		</span>
	);
}
