import type { Programme, SessionPlan } from '#app/domain/programmes/programme.ts';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { formatCount } from '#app/ui/format.ts';
import { keyed } from '#app/ui/keyed.ts';

type SessionPlanBodyProps = {
	readonly plan: SessionPlan;
	/** The programme version's own words: that this is no licensed manual, its modules and its mechanisms of change. */
	readonly programme: Pick<Programme, 'notice' | 'modules' | 'logicModel'>;
};

/** A session plan to read or to print: what to do in the room, in which order and how long, and what each part is for. */
export function SessionPlanBody({ plan, programme }: SessionPlanBodyProps) {
	const module = programme.modules.find(({ key }) => key === plan.module);
	return (
		<>
			<p className="govuk-body-l">{plan.aim}</p>
			{module && (
				<p className="govuk-body">
					<strong>{module.title}.</strong> {module.goal}
				</p>
			)}
			<Activities plan={plan} programme={programme} />
			{plan.materials.length > 0 && (
				<>
					<h2 className="govuk-heading-m">Have ready</h2>
					<ul className="govuk-list govuk-list--bullet">
						{plan.materials.map((material) => (
							<li key={material}>{material}</li>
						))}
					</ul>
				</>
			)}
			{plan.guidance.length > 0 && (
				<>
					<h2 className="govuk-heading-m">Guidance</h2>
					{keyed(plan.guidance).map(({ key, item }) => (
						<p key={key} className="govuk-body measure">
							{item}
						</p>
					))}
				</>
			)}
			{plan.homework && (
				<>
					<h2 className="govuk-heading-m">Between sessions</h2>
					<p className="govuk-body">{plan.homework}</p>
				</>
			)}
			<InsetText>{programme.notice}</InsetText>
		</>
	);
}

function Activities({ plan, programme }: SessionPlanBodyProps) {
	const mechanisms = new Map(programme.logicModel.mechanisms.map(({ key, title }) => [key, title]));
	return (
		<Table
			stacked
			caption={`${formatCount('activity', plan.activities.length)}, ${formatCount('minute', plan.minutes)} in all`}
			captionSize="m"
			head={[
				{ content: 'Activity' },
				{ content: 'Kind' },
				{ content: 'What it is for' },
				{ content: 'Minutes', numeric: true },
			]}
			rows={plan.activities.map(({ title, core, mechanism, minutes }) => [
				{ content: <strong>{title}</strong> },
				{ content: core ? <Tag colour="blue">Core</Tag> : 'Adaptable' },
				{ content: mechanisms.get(mechanism) ?? '' },
				{ content: String(minutes), numeric: true },
			])}
		/>
	);
}
