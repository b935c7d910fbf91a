import {
	LOGIC_COLUMNS,
	type LogicModel,
	type LogicNode,
	type MechanismKind,
} from '#app/domain/programmes/programme.ts';

const COLUMN_NAMES: Readonly<Record<(typeof LOGIC_COLUMNS)[number], string>> = {
	inputs: 'What goes in',
	activities: 'What is done',
	mechanisms: 'How it works',
	outputs: 'What comes out at once',
	outcomes: 'What changes',
	impacts: 'What it is all for',
};

const KINDS: Readonly<Record<MechanismKind, string>> = {
	change: 'change',
	safety: 'safety',
	wellbeing: 'wellbeing',
	lasting: 'makes it last',
};

type ModelProps = { readonly model: LogicModel };

/** The theory of change as lists, each node with what it leads to. */
export function LogicModelLists({ model }: ModelProps) {
	const titles = new Map(
		LOGIC_COLUMNS.flatMap((column) => model[column].map((node): [string, string] => [node.key, node.title])),
	);
	return (
		<>
			<h2 className="govuk-heading-m">Why it should work</h2>
			{LOGIC_COLUMNS.map((column) => (
				<section key={column}>
					<h3 className="govuk-heading-s">{COLUMN_NAMES[column]}</h3>
					<ul className="govuk-list govuk-list--bullet">
						{model[column].map((node) => (
							<NodeItem key={node.key} node={node} titles={titles} />
						))}
					</ul>
				</section>
			))}
		</>
	);
}

type NodeItemProps = {
	readonly node: LogicNode & { readonly kind?: MechanismKind };
	readonly titles: ReadonlyMap<string, string>;
};

function NodeItem({ node: { title, leadsTo, kind }, titles }: NodeItemProps) {
	const next = leadsTo.map((key) => titles.get(key)).filter((one) => one !== undefined);
	return (
		<li>
			{title}
			{kind && <span className="quiet"> ({KINDS[kind]})</span>}
			{next.length > 0 && <span className="quiet"> → {next.join('; ')}</span>}
		</li>
	);
}
