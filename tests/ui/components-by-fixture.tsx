import type { ReactElement } from 'react';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Breadcrumbs } from '#app/ui/components/breadcrumbs.tsx';
import { Button, ButtonLink, type ButtonVariant } from '#app/ui/components/button.tsx';
import { Details } from '#app/ui/components/details.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { NotificationBanner } from '#app/ui/components/notification-banner.tsx';
import { Pagination } from '#app/ui/components/pagination.tsx';
import { Panel } from '#app/ui/components/panel.tsx';
import { ServiceNavigation } from '#app/ui/components/service-navigation.tsx';
import { SkipLink } from '#app/ui/components/skip-link.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { Table } from '#app/ui/components/table.tsx';
import type { Cell } from '#app/ui/components/table-cell.tsx';
import { Tag, type TagColour } from '#app/ui/components/tag.tsx';
import { TaskList } from '#app/ui/components/task-list.tsx';
import { WarningText } from '#app/ui/components/warning-text.tsx';
import { attributesOf, content, fromHtml, type Options, present, sizeIn } from './fixture-options.ts';

/** How the options of a fixture are said with our components, one function for each that is not a form control. */
export const componentsByFixture: Record<string, (options: Options) => ReactElement> = {
	button,
	'back-link': ({ href = '#', ...options }) => (
		<BackLink href={href} {...commonProps(options)}>
			{content(options)}
		</BackLink>
	),
	breadcrumbs: ({ items, labelText, collapseOnMobile, ...options }) => (
		<Breadcrumbs
			items={present(items).map((item) => ({ text: content(item), href: item.href }))}
			label={labelText}
			collapseOnMobile={collapseOnMobile}
			{...commonProps(options)}
		/>
	),
	details: ({ id, open, summaryText, summaryHtml, ...options }) => (
		<Details id={id} open={open} summary={content({ text: summaryText, html: summaryHtml })} {...commonProps(options)}>
			{content(options)}
		</Details>
	),
	'inset-text': ({ id, ...options }) => (
		<InsetText id={id} {...commonProps(options)}>
			{content(options)}
		</InsetText>
	),
	'notification-banner': ({ type, titleText, titleHtml, titleId, titleHeadingLevel, role, ...options }) => (
		<NotificationBanner
			type={type === 'success' ? type : undefined}
			title={content({ text: titleText, html: titleHtml })}
			titleId={titleId}
			headingLevel={titleHeadingLevel}
			role={role}
			disableAutoFocus={options.disableAutoFocus}
			{...commonProps(options)}
		>
			{content(options)}
		</NotificationBanner>
	),
	pagination: ({ previous, next, items, landmarkLabel, ...options }) => (
		<Pagination
			previous={previous && { href: previous.href, text: content(previous), label: previous.labelText }}
			next={next && { href: next.href, text: content(next), label: next.labelText }}
			items={items && present(items).map(pageLink)}
			label={landmarkLabel}
			{...commonProps(options)}
		/>
	),
	panel: ({ titleText, titleHtml, headingLevel, ...options }) => (
		<Panel title={content({ text: titleText, html: titleHtml })} headingLevel={headingLevel} {...commonProps(options)}>
			{content(options)}
		</Panel>
	),
	'service-navigation': serviceNavigation,
	'skip-link': ({ href = '#content', ...options }) => (
		<SkipLink href={href} {...commonProps(options)}>
			{content(options)}
		</SkipLink>
	),
	'summary-list': ({ rows, card, ...options }) => (
		<SummaryList
			rows={present(rows).map((row) => ({
				key: content(row.key),
				value: content(row.value),
				actions: row.actions && actions(row.actions),
				className: row.classes,
			}))}
			card={
				card && {
					title: content(card.title),
					headingLevel: card.title?.headingLevel,
					actions: actions(card.actions),
					...commonProps(card),
				}
			}
			{...commonProps(options)}
		/>
	),
	table: ({ caption, captionClasses, head, rows, firstCellIsHeader, ...options }) => (
		<Table
			caption={caption}
			captionSize={sizeIn(captionClasses, 'govuk-table__caption').size}
			head={head?.map(cell)}
			rows={present(rows).map((row) => Object.values(row).map(cell))}
			firstCellIsHeader={firstCellIsHeader}
			{...commonProps(options)}
		/>
	),
	tag,
	'task-list': ({ items, idPrefix, ...options }) => (
		<TaskList
			idPrefix={idPrefix}
			items={items.filter(Boolean).map((item: Options) => ({
				title: content(item.title),
				href: item.href,
				hint: content(item.hint),
				status: item.status.tag ? tag(item.status.tag) : content(item.status),
				cannotStartYet: item.status.classes === 'govuk-task-list__status--cannot-start-yet',
				className: item.classes,
			}))}
			{...commonProps(options)}
		/>
	),
	'warning-text': ({ iconFallbackText, ...options }) => (
		<WarningText spoken={iconFallbackText} {...commonProps(options)}>
			{content(options)}
		</WarningText>
	),
};

function commonProps({ classes, attributes }: Options) {
	return { className: classes, ...attributesOf(attributes) };
}

function button({ href, classes = '', id, ...options }: Options) {
	const [, variant] = /govuk-button--(\w+)/.exec(classes) ?? [];
	const shared = {
		variant: variant as ButtonVariant | undefined,
		className: classes.replace(/govuk-button--\w+/, '').trim(),
		id,
		children: content(options),
		...attributesOf(options.attributes),
	};
	if (href) return <ButtonLink href={href} {...shared} />;
	const { name, value, type, disabled, preventDoubleClick } = options;
	return <Button {...shared} {...{ name, value, type, disabled, preventDoubleClick }} />;
}

function tag({ classes = '', ...options }: Options) {
	const [, colour] = /^govuk-tag--(\w+)$/.exec(classes) ?? [];
	return (
		<Tag
			colour={colour as TagColour | undefined}
			className={colour ? undefined : classes}
			{...attributesOf(options.attributes)}
		>
			{content(options)}
		</Tag>
	);
}

function pageLink({ number, href, current, ellipsis, visuallyHiddenText }: Options) {
	return ellipsis ? ('ellipsis' as const) : { number, href, current, label: visuallyHiddenText };
}

function actions(given: Options | undefined) {
	return given?.items?.map((action: Options) => ({
		href: action.href,
		text: content(action),
		about: action.visuallyHiddenText,
		className: action.classes,
	}));
}

function cell({ format, classes, colspan, rowspan, attributes, ...text }: Options): Cell {
	return {
		content: content(text),
		numeric: format === 'numeric',
		className: classes,
		colSpan: colspan,
		rowSpan: rowspan,
		...attributesOf(attributes),
	};
}

function serviceNavigation({ serviceName, serviceUrl, navigation, classes = '', slots = {}, ...options }: Options) {
	const end = typeof slots.end === 'string' ? { html: slots.end } : slots.end;
	return (
		<ServiceNavigation
			serviceName={serviceName}
			serviceHref={serviceUrl}
			items={present(navigation).map((item) => ({
				text: content(item),
				href: item.href,
				current: item.current,
				active: item.active,
			}))}
			inverse={classes.includes('govuk-service-navigation--inverse')}
			className={classes.replace('govuk-service-navigation--inverse', '').trim()}
			aria-label={options.ariaLabel}
			menuText={options.menuButtonText}
			menuLabel={options.menuButtonLabel}
			navigationLabel={options.navigationLabel}
			navigationId={options.navigationId}
			navigationClassName={options.navigationClasses}
			collapse={options.collapseNavigationOnMobile}
			start={slots.start && fromHtml(slots.start)}
			end={end && fromHtml(end.html)}
			endInline={end?.align === 'inline'}
			{...attributesOf(options.attributes)}
		/>
	);
}
