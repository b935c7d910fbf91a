import { Button } from '../components/button.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { HiddenField } from '../fields/hidden-field.tsx';
import type { KindLine } from './kind-lines.ts';

type KindsTableProps = { readonly kinds: readonly KindLine[]; readonly caption: string };

/** Every kind of message with when it leaves, whether it is on here, and the button that turns it. */
export function KindsTable({ kinds, caption }: KindsTableProps) {
	return (
		<Table
			stacked
			firstCellIsHeader
			caption={caption}
			captionSize="m"
			head={['Kind', 'To whom and when', 'State', 'Turn on or off']}
			rows={kinds.map((kind) => [
				kind.name,
				kind.when,
				<span key="state">
					<Tag colour={kind.isOn ? 'green' : 'grey'}>{kind.isOn ? 'On' : 'Off'}</Tag>
					{kind.since && <span className="figure-note">{kind.since}</span>}
				</span>,
				kind.turn ? <Turn key="turn" kind={kind} turn={kind.turn} /> : 'Turned off everywhere',
			])}
		/>
	);
}

function Turn({ kind: { kind, name }, turn }: { readonly kind: KindLine; readonly turn: 'on' | 'off' }) {
	return (
		<form method="post" className="no-print">
			<HiddenField name="kind" value={kind} />
			<HiddenField name="turn" value={turn} />
			<Button variant="secondary" className="govuk-!-margin-bottom-0" preventDoubleClick>
				Turn {turn}
				<span className="govuk-visually-hidden">: {name}</span>
			</Button>
		</form>
	);
}
