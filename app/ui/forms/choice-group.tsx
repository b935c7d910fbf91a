import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { keyed } from '#app/ui/keyed.ts';
import { type Choice, ChoiceItem } from './choice-item.tsx';
import { Fieldset, type LegendProps } from './fieldset.tsx';
import { FormGroup } from './form-group.tsx';
import { describedByOf, HintAndError } from './question.tsx';

export type Divider = { readonly divider: string };

/** What radios and checkboxes have in common; with no legend there is no fieldset. */
export type ChoiceGroupProps = LegendProps &
	Omit<ComponentPropsWithoutRef<'div'>, 'children'> & {
		readonly name: string;
		/** The id of the first choice, and the start of all other ids; the name unless it is given. */
		readonly idPrefix?: string | undefined;
		readonly items: readonly (Choice | Divider)[];
		readonly hint?: ReactNode;
		readonly error?: ReactNode;
		readonly describedBy?: string | undefined;
		readonly small?: boolean | undefined;
		readonly groupClassName?: string | undefined;
	};

type KindProps = { readonly kind: 'radios' | 'checkboxes'; readonly isChecked: (choice: Choice) => boolean };

export function ChoiceGroup({
	kind,
	isChecked,
	name,
	idPrefix = name,
	items,
	hint,
	error,
	describedBy,
	small,
	groupClassName,
	...props
}: ChoiceGroupProps & KindProps) {
	const { legend, legendSize, legendIsHeading, legendClassName, className, ...rest } = props;
	const module = `govuk-${kind}`;
	const described = describedByOf({ id: idPrefix, hint, error, describedBy });
	const choices = (
		<div className={classNames(module, small && `${module}--small`, className)} data-module={module} {...rest}>
			{keyed(items).map(({ key, place, item }) =>
				'divider' in item ? (
					<div key={key} className={`${module}__divider`}>
						{item.divider}
					</div>
				) : (
					<ChoiceItem
						key={key}
						kind={kind}
						id={item.id ?? (place === 1 ? idPrefix : `${idPrefix}-${place}`)}
						name={item.name ?? name}
						choice={item}
						checked={isChecked(item)}
						describedBy={legend || kind === 'radios' ? undefined : described}
					/>
				),
			)}
		</div>
	);
	const about = <HintAndError id={idPrefix} hint={hint} error={error} />;
	return (
		<FormGroup error={error} className={groupClassName}>
			{legend ? (
				<Fieldset {...{ legend, legendSize, legendIsHeading, legendClassName }} aria-describedby={described}>
					{about}
					{choices}
				</Fieldset>
			) : (
				<>
					{about}
					{choices}
				</>
			)}
		</FormGroup>
	);
}
