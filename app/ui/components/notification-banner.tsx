import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';

type NotificationBannerProps = Omit<ComponentPropsWithoutRef<'div'>, 'title'> & {
	/** `success` says what has just changed, and is read out at once. */
	readonly type?: 'success' | undefined;
	readonly title?: ReactNode;
	readonly titleId?: string | undefined;
	readonly headingLevel?: 2 | 3 | 4;
	readonly disableAutoFocus?: boolean;
};

/** Plain text is set as the heading of the banner; anything else is shown as it is. */
export function NotificationBanner({
	type,
	title = type === 'success' ? 'Success' : 'Important',
	titleId = 'govuk-notification-banner-title',
	headingLevel = 2,
	disableAutoFocus,
	role = type === 'success' ? 'alert' : 'region',
	className,
	children,
	...rest
}: NotificationBannerProps) {
	const Heading = `h${headingLevel}` as const;
	return (
		// biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role, which takes a name, stands in a variable.
		<div
			className={classNames('govuk-notification-banner', type && `govuk-notification-banner--${type}`, className)}
			role={role}
			aria-labelledby={titleId}
			data-module="govuk-notification-banner"
			data-disable-auto-focus={disableAutoFocus}
			{...rest}
		>
			<div className="govuk-notification-banner__header">
				<Heading className="govuk-notification-banner__title" id={titleId}>
					{title}
				</Heading>
			</div>
			<div className="govuk-notification-banner__content">
				{typeof children === 'string' ? <p className="govuk-notification-banner__heading">{children}</p> : children}
			</div>
		</div>
	);
}
