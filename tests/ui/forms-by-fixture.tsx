import type { ReactElement } from 'react';
import { Checkboxes } from '#app/ui/forms/checkboxes.tsx';
import type { Choice } from '#app/ui/forms/choice-item.tsx';
import { DateInput, type DatePart } from '#app/ui/forms/date-input.tsx';
import { ErrorMessage } from '#app/ui/forms/error-message.tsx';
import { ErrorSummary } from '#app/ui/forms/error-summary.tsx';
import { Fieldset } from '#app/ui/forms/fieldset.tsx';
import { FileUpload } from '#app/ui/forms/file-upload.tsx';
import { Hint } from '#app/ui/forms/hint.tsx';
import { Input, type InputWidth } from '#app/ui/forms/input.tsx';
import { Label } from '#app/ui/forms/label.tsx';
import { PasswordInput } from '#app/ui/forms/password-input.tsx';
import { Radios } from '#app/ui/forms/radios.tsx';
import { Select } from '#app/ui/forms/select.tsx';
import { Textarea } from '#app/ui/forms/textarea.tsx';
import { attributesOf, content, fromHtml, type Options, present, sizeIn } from './fixture-options.ts';

/** How the options of a fixture are said with our components, one function for each form control. */
export const formsByFixture: Record<string, (options: Options) => ReactElement> = {
	hint: ({ id, classes, attributes, ...text }) => (
		<Hint id={id} className={classes} {...attributesOf(attributes)}>
			{content(text)}
		</Hint>
	),
	'error-message': ({ id, classes, attributes, visuallyHiddenText, ...text }) => (
		<ErrorMessage id={id} className={classes} spokenPrefix={visuallyHiddenText} {...attributesOf(attributes)}>
			{content(text)}
		</ErrorMessage>
	),
	label: ({ classes, for: htmlFor, isPageHeading, attributes, ...text }) => (
		<Label
			htmlFor={htmlFor}
			isHeading={isPageHeading}
			{...sizeIn(classes, 'govuk-label')}
			{...attributesOf(attributes)}
		>
			{content(text)}
		</Label>
	),
	fieldset: ({ legend, classes, role, describedBy, attributes, html }) => (
		<Fieldset
			{...legendProps(legend)}
			className={classes}
			role={role}
			aria-describedby={describedBy}
			{...attributesOf(attributes)}
		>
			{html && fromHtml(html)}
		</Fieldset>
	),
	input: ({ type, spellcheck, inputmode, autocomplete, autocapitalize, pattern, prefix, suffix, ...options }) => (
		<Input
			{...questionProps(options)}
			{...widthIn(options.classes)}
			type={type}
			defaultValue={options.value}
			spellCheck={spellcheck}
			inputMode={inputmode}
			autoComplete={autocomplete}
			autoCapitalize={autocapitalize}
			pattern={pattern}
			prefix={content(prefix)}
			suffix={content(suffix)}
		/>
	),
	'password-input': ({ autocomplete, value, ...options }) => (
		<PasswordInput {...questionProps(options)} autoComplete={autocomplete} defaultValue={value} />
	),
	textarea: ({ rows, value, spellcheck, autocomplete, ...options }) => (
		<Textarea
			{...questionProps(options)}
			rows={rows}
			defaultValue={value}
			spellCheck={spellcheck}
			autoComplete={autocomplete}
		/>
	),
	select: ({ items, value, ...options }) => (
		<Select
			{...questionProps(options)}
			defaultValue={value ?? present(items).find((item) => item.selected)?.value}
			options={present(items).map((item) => ({ value: item.value, label: item.text, disabled: item.disabled }))}
		/>
	),
	'file-upload': ({ multiple, ...options }) => <FileUpload {...questionProps(options)} multiple={multiple} />,
	radios: ({ items, value, ...options }) => (
		<Radios
			{...groupProps(options, 'radios')}
			inline={options.classes?.includes('govuk-radios--inline')}
			items={choices(items)}
			value={value ?? checkedIn(items)[0]}
		/>
	),
	checkboxes: ({ items, values, ...options }) => (
		<Checkboxes {...groupProps(options, 'checkboxes')} items={choices(items)} values={values ?? checkedIn(items)} />
	),
	'date-input': dateInput,
	'error-summary': ({ titleText, titleHtml, descriptionText, descriptionHtml, errorList, ...options }) => (
		<ErrorSummary
			title={content({ text: titleText, html: titleHtml })}
			errors={(errorList ?? []).map((error: Options) => ({ text: content(error), href: error.href }))}
			disableAutoFocus={options.disableAutoFocus}
			className={options.classes}
			{...attributesOf(options.attributes)}
		>
			{content({ text: descriptionText, html: descriptionHtml })}
		</ErrorSummary>
	),
};

function questionProps({ id, name, label, hint, errorMessage, describedBy, formGroup, ...options }: Options) {
	return {
		id,
		name,
		label: content(label),
		labelSize: sizeIn(label?.classes, 'govuk-label').size,
		labelIsHeading: label?.isPageHeading,
		hint: content(hint),
		error: content(errorMessage),
		describedBy,
		groupClassName: formGroup?.classes,
		className: options.classes,
		disabled: options.disabled,
		...attributesOf(options.attributes),
	};
}

function widthIn(classes = '') {
	const [, width] = /^govuk-input--width-(\d+)$/.exec(classes) ?? [];
	return width ? { width: Number(width) as InputWidth, className: undefined } : {};
}

function legendProps(legend: Options | undefined) {
	const { size, className } = sizeIn(legend?.classes, 'govuk-fieldset__legend');
	return {
		legend: content(legend),
		legendSize: size,
		legendClassName: className,
		legendIsHeading: legend?.isPageHeading,
	};
}

function groupProps({ name, idPrefix, fieldset, hint, errorMessage, formGroup, ...options }: Options, kind: string) {
	return {
		name,
		idPrefix,
		...legendProps(fieldset?.legend),
		hint: content(hint),
		error: content(errorMessage),
		describedBy: fieldset?.describedBy ?? options.describedBy,
		groupClassName: formGroup?.classes,
		small: options.classes?.includes(`govuk-${kind}--small`),
		className: options.classes?.replace(/govuk-\w+--(small|inline)/g, '').trim(),
		...attributesOf(options.attributes),
	};
}

function choices(items: Options[]): (Choice | { divider: string })[] {
	return present(items).map((item) =>
		item.divider
			? { divider: item.divider }
			: {
					value: String(item.value),
					label: content(item),
					hint: content(item.hint),
					conditional: item.conditional?.html && fromHtml(item.conditional.html),
					disabled: item.disabled,
					exclusive: item.behaviour === 'exclusive',
					id: item.id,
					name: item.name,
				},
	);
}

function checkedIn(items: Options[]): string[] {
	return present(items)
		.filter((item) => item.checked)
		.map((item) => String(item.value));
}

function dateInput({ id, namePrefix, fieldset, hint, errorMessage, formGroup, ...options }: Options) {
	const all: DatePart[] = ['day', 'month', 'year'];
	const given = all.filter((part) => options[part] !== false);
	const items: Options[] = options.items?.length ? options.items : given.map((name) => ({ name, ...options[name] }));
	const isWrong = (item: Options) => item.error === true || item.classes?.includes('govuk-input--error');
	const wrong = items.some(isWrong)
		? items.filter(isWrong)
		: items.filter((item) => errorMessage && item.error !== false);
	const typedIn = ({ name, value }: Options) =>
		value ?? options[name]?.value ?? options.values?.[namePrefix ? `${namePrefix}-${name}` : name];
	return (
		<DateInput
			id={id}
			namePrefix={namePrefix}
			parts={items.map((item) => item.name)}
			partIds={Object.fromEntries(items.filter((item) => item.id).map((item) => [item.name, item.id]))}
			values={Object.fromEntries(items.map((item) => [item.name, typedIn(item)]))}
			{...legendProps(fieldset?.legend)}
			hint={content(hint)}
			error={content(errorMessage)}
			wrongParts={wrong.map((item) => item.name)}
			describedBy={fieldset?.describedBy}
			autoComplete={items.some((item) => item.autocomplete) ? 'bday' : undefined}
			groupClassName={formGroup?.classes}
			className={options.classes}
			{...attributesOf(options.attributes)}
		/>
	);
}
