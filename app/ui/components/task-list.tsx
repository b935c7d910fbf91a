import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from '#app/ui/class-names.ts';
import { keyed } from '#app/ui/keyed.ts';

export type Task = {
	readonly title: ReactNode;
	/** Where it is done; left out while it cannot be. */
	readonly href?: string | undefined;
	readonly hint?: ReactNode;
	/** Plain text when it is done, a tag while there is something to do. */
	readonly status: ReactNode;
	readonly cannotStartYet?: boolean | undefined;
	readonly className?: string | undefined;
};

type TaskListProps = Omit<ComponentPropsWithoutRef<'ul'>, 'children'> & {
	readonly items: readonly Task[];
	readonly idPrefix?: string | undefined;
};

export function TaskList({ items, idPrefix = 'task-list', className, ...rest }: TaskListProps) {
	return (
		<ul className={classNames('govuk-task-list', className)} {...rest}>
			{keyed(items).map(({ key, place, item }) => (
				<TaskListItem key={key} task={item} id={`${idPrefix}-${place}`} />
			))}
		</ul>
	);
}

function TaskListItem({ task, id }: { readonly task: Task; readonly id: string }) {
	const { title, href, hint, status, cannotStartYet, className } = task;
	const statusId = `${id}-status`;
	const hintId = hint ? `${id}-hint` : undefined;
	return (
		<li className={classNames('govuk-task-list__item', href && 'govuk-task-list__item--with-link', className)}>
			<div className="govuk-task-list__name-and-hint">
				{href ? (
					<a className="govuk-link govuk-task-list__link" href={href} aria-describedby={classNames(hintId, statusId)}>
						{title}
					</a>
				) : (
					<div>{title}</div>
				)}
				{hintId && (
					<div id={hintId} className="govuk-task-list__hint">
						{hint}
					</div>
				)}
			</div>
			<div
				className={classNames('govuk-task-list__status', cannotStartYet && 'govuk-task-list__status--cannot-start-yet')}
				id={statusId}
			>
				{status}
			</div>
		</li>
	);
}
