import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { InsetText } from '#app/ui/components/inset-text.tsx';
import { WarningText } from '#app/ui/components/warning-text.tsx';
import { FormErrorSummary } from '#app/ui/fields/form-error-summary.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { RadiosField } from '#app/ui/fields/radios-field.tsx';
import { TypedAgain } from '#app/ui/fields/typed-again.tsx';
import type { FormState } from '#app/ui/form-state.ts';
import { formatCount } from '#app/ui/format.ts';
import { MovesTable } from '#app/ui/schedule/moves-table.tsx';
import { STEP_FIELDS } from './form.ts';
import type { MoveStart, MoveView } from './move-view.ts';

type LaterPageProps = { readonly start: MoveStart; readonly look: MoveView; readonly form: FormState };

/** Step two: previous and new dates side by side, and whether the later sessions move too. */
export function LaterPage({ start, look, form }: LaterPageProps) {
	const { one, later, fingerprint } = look;
	const shown = later && later.lines.length > 0 ? later : one;
	const ways = waysOf(start, look);
	return (
		<>
			<FormErrorSummary form={form} />
			<PageHeader caption={start.caption} title={titleOf(ways.length, shown.lines.length)}>
				<p className="govuk-body">Nothing is saved yet.</p>
			</PageHeader>
			{ways.length === 0 && <WarningText>This date is not possible. Change the day or the time.</WarningText>}
			<MovesTable
				caption={shown === later ? 'If the later sessions move too' : 'The new date and time'}
				lines={shown.lines}
			/>
			{shown.skipped.map((sentence) => (
				<p key={sentence} className="govuk-body">
					{sentence}
				</p>
			))}
			{later && one.whyNot && ways.length > 0 && <InsetText>{`Only this session: ${one.whyNot}.`}</InsetText>}
			{later?.whyNot && ways.length > 0 && <InsetText>{`The later sessions too: ${later.whyNot}.`}</InsetText>}
			<form method="post" noValidate>
				<TypedAgain form={form} except={STEP_FIELDS} />
				<HiddenField name="fingerprint" value={fingerprint} />
				{ways.length > 1 && (
					<RadiosField form={form} name="scope" legend="Which sessions move?" legendSize="m" items={ways} />
				)}
				{ways.length === 1 && <HiddenField name="scope" value={ways[0]!.value} />}
				<div className="govuk-button-group">
					{ways.length > 0 && (
						<Button name="intent" value="save" preventDoubleClick>
							{ways.length === 1 ? ways[0]!.button : 'Save the new dates'}
						</Button>
					)}
					<Button name="intent" value="change" variant={ways.length > 0 ? 'secondary' : undefined}>
						Change something
					</Button>
				</div>
			</form>
		</>
	);
}

/** It is a question only where there is a choice. */
function titleOf(ways: number, lines: number): string {
	if (ways > 1) return 'Move the later sessions too?';
	return lines > 1 ? 'Check the new dates' : 'Check the new date and time';
}

/** The ways that are possible, each with what it does. */
function waysOf({ planNumber }: MoveStart, { one, later }: MoveView) {
	const others = (later?.lines.length ?? 0) - 1;
	return [
		later && !later.whyNot
			? {
					value: 'later',
					label: `Yes, ${formatCount('later session', others)} too`,
					button: 'Move all of these sessions',
				}
			: null,
		one.whyNot ? null : { value: 'one', label: `No, only session ${planNumber}`, button: `Move session ${planNumber}` },
	].filter((way) => way !== null);
}
