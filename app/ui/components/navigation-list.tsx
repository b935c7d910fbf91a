import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { keyed } from '#app/ui/keyed.ts';

export type NavigationItem = {
	readonly text: ReactNode;
	readonly href?: string | undefined;
	/** It leads to this very page. */
	readonly current?: boolean | undefined;
	/** This page belongs to it. */
	readonly active?: boolean | undefined;
};

type NavigationListProps = {
	readonly items: readonly NavigationItem[];
	readonly menuText?: string | undefined;
	readonly menuLabel?: string | undefined;
	readonly navigationLabel?: string | undefined;
	readonly navigationId?: string | undefined;
	readonly navigationClassName?: string | undefined;
	readonly collapse?: boolean | undefined;
};

export function NavigationList({
	items,
	menuText = 'Menu',
	menuLabel = menuText,
	navigationLabel = menuText,
	navigationId = 'navigation',
	navigationClassName,
	collapse = items.length > 1,
}: NavigationListProps) {
	return (
		<nav aria-label={navigationLabel} className={classNames('govuk-service-navigation__wrapper', navigationClassName)}>
			{collapse && (
				// biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is hidden until the script shows it and drops this.
				<button
					type="button"
					className="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
					aria-controls={navigationId}
					aria-label={menuLabel === menuText ? undefined : menuLabel}
					hidden
					aria-hidden="true"
				>
					{menuText}
				</button>
			)}
			<ul className="govuk-service-navigation__list" id={navigationId}>
				{keyed(items).map(({ key, item }) => (
					<NavigationListItem key={key} item={item} />
				))}
			</ul>
		</nav>
	);
}

function NavigationListItem({ item }: { readonly item: NavigationItem }) {
	const marked = item.current || item.active;
	const current = item.current ? 'page' : marked ? 'true' : undefined;
	const text = marked ? <strong className="govuk-service-navigation__active-fallback">{item.text}</strong> : item.text;
	return (
		<li className={classNames('govuk-service-navigation__item', marked && 'govuk-service-navigation__item--active')}>
			{item.href ? (
				<a className="govuk-service-navigation__link" href={item.href} aria-current={current}>
					{text}
				</a>
			) : (
				<span className="govuk-service-navigation__text" aria-current={current}>
					{text}
				</span>
			)}
		</li>
	);
}
