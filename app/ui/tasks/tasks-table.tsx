import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';

export type TaskOnList = {
	readonly href: string;
	readonly title: string;
	readonly about: string;
	readonly owner: string;
	readonly due: string;
	readonly isOverdue: boolean;
	readonly state: 'open' | 'done' | 'closed';
	readonly cameOfIt: string | null;
};

type TasksTableProps = {
	readonly caption: string;
	/** For a list that stands alone under the title of its page. */
	readonly hidesCaption?: boolean;
	readonly tasks: readonly TaskOnList[];
	/** What the last column says: until when, or of tasks that are settled what came of them. */
	readonly standing?: 'By' | 'What came of it';
};

/** Tasks, each with the way into it. */
export function TasksTable({ caption, hidesCaption = false, tasks, standing = 'By' }: TasksTableProps) {
	return (
		<Table
			stacked
			firstCellIsHeader
			caption={caption}
			captionSize="m"
			{...(hidesCaption && { captionClassName: 'govuk-visually-hidden' })}
			head={['Task', 'About', 'Whose', standing]}
			rows={tasks.map((task) => [
				<a key="task" className="govuk-link" href={task.href}>
					{task.title}
				</a>,
				task.about,
				task.owner,
				<Standing key="by" task={task} />,
			])}
		/>
	);
}

function Standing({ task: { state, due, isOverdue, cameOfIt } }: { readonly task: TaskOnList }) {
	if (state === 'closed') return <Tag colour="grey">Not needed</Tag>;
	if (state === 'done') return cameOfIt;
	return isOverdue ? (
		<>
			{due} <Tag colour="red">Overdue</Tag>
		</>
	) : (
		due
	);
}
