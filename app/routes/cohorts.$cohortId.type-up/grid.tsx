import { classNames } from '#app/ui/class-names.ts';
import { type FormState, textOf } from '#app/ui/form-state.ts';
import { CELL, FROM, field, SESSION_VERSION, WENT_AHEAD } from './form.ts';
import type { CellView, GridView } from './grid-view.ts';

type GridProps = { readonly view: Pick<GridView, 'columns' | 'rows'>; readonly form: FormState };

/** People by sessions, a small input where the two meet; its heading row and column stay in sight. */
export function Grid({ view: { columns, rows }, form }: GridProps) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard.
		<section className="type-up" tabIndex={0} aria-label="Registers">
			<table className="type-up__table" data-grid>
				<caption className="govuk-visually-hidden">A mark for each person and session</caption>
				<thead>
					<tr>
						<th scope="col">Person</th>
						{columns.map((column) => (
							<th key={column.sessionId} scope="col" id={`session-${column.sessionId}`}>
								<span className="govuk-visually-hidden">Session </span>
								{column.planNumber}
								<br />
								<span className="type-up__day">{column.day}</span>
								<WentAhead column={column} form={form} />
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(({ key, name, cells }, row) => (
						<tr key={key}>
							<th scope="row">{name}</th>
							{cells.map((cell, at) => (
								<td key={cell.key}>
									<GridCell cell={cell} at={`${row}:${at}`} form={form} label={labelOf(name, columns[at]!)} />
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

type Column = GridView['columns'][number];

const labelOf = (name: string, { planNumber }: Column) => `${name}, session ${planNumber}`;

/** The first question of every register: did the session go ahead? (§5.2) */
function WentAhead({ column, form }: { readonly column: Column; readonly form: FormState }) {
	const { sessionId, planNumber, answer, version } = column;
	if (answer === 'ahead') return <span className="type-up__answer">to come</span>;
	if (answer !== 'open') return <span className="type-up__answer">{answer === 'yes' ? 'held' : 'not held'}</span>;
	const name = field(WENT_AHEAD, sessionId);
	return (
		<>
			<input type="hidden" name={field(SESSION_VERSION, sessionId)} value={version} />
			<select
				className="type-up__select"
				id={name}
				name={name}
				aria-label={`Did session ${planNumber} go ahead?`}
				defaultValue={textOf(form, name)}
			>
				<option value="">Held?</option>
				<option value="yes">Yes</option>
				<option value="no">No</option>
			</select>
		</>
	);
}

type GridCellProps = {
	readonly cell: CellView;
	readonly at: string;
	readonly label: string;
	readonly form: FormState;
};

function GridCell({ cell, at, label, form }: GridCellProps) {
	if (cell.kind === 'closed') {
		return (
			<span className="type-up__closed" title={cell.why}>
				<span aria-hidden="true">{cell.text}</span>
				<span className="govuk-visually-hidden">
					{cell.text === '—' || cell.text === '✕' ? '' : `${cell.text}, `}
					{cell.why}
				</span>
			</span>
		);
	}
	const name = field(CELL, cell.key);
	const from = field(FROM, cell.key);
	const error = form.errors[name];
	const typed = name in form.values ? textOf(form, name) : cell.text;
	return (
		<>
			<input type="hidden" name={from} value={textOf(form, from) || `${cell.version} ${cell.text}`} />
			<input
				className={classNames('type-up__cell', error && 'type-up__cell--error')}
				id={name}
				name={name}
				defaultValue={typed}
				data-at={at}
				aria-label={label}
				aria-invalid={error ? true : undefined}
				aria-describedby={error ? `${name}-error` : undefined}
				autoComplete="off"
				autoCapitalize="characters"
				spellCheck={false}
			/>
			{error && (
				<span id={`${name}-error`} className="govuk-visually-hidden">
					Error: {error}
				</span>
			)}
		</>
	);
}
