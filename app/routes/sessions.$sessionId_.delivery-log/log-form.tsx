import { ACTIVITY_RATINGS, RATING_MEANINGS } from '#app/domain/fidelity/activity-ratings.ts';
import type { Activity } from '#app/domain/programmes/programme.ts';
import { paths } from '#app/paths.ts';
import { RegisterRow } from '#app/ui/blocks/register-row.tsx';
import { SaveBar } from '#app/ui/blocks/save-bar.tsx';
import { type Segment, Segmented } from '#app/ui/blocks/segmented.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import { type FormState, listOf, textOf } from '#app/ui/form-state.ts';
import { formatCount } from '#app/ui/format.ts';
import { Checkboxes } from '#app/ui/forms/checkboxes.tsx';
import { Input } from '#app/ui/forms/input.tsx';
import { Textarea } from '#app/ui/forms/textarea.tsx';
import { fieldOf, LONGEST_NOTE, LONGEST_REASON, type Part } from './form.ts';
import type { LogView } from './log-view.ts';

type LogFormProps = { readonly view: LogView; readonly form: FormState };

const RATINGS = ACTIVITY_RATINGS.map((rating): Segment => {
	const { label, delivered, asIntended } = RATING_MEANINGS[rating];
	if (!delivered) return { value: rating, label, tone: 'absent', opens: ['reason'] };
	return { value: rating, label, tone: 'present', opens: asIntended ? ['minutes'] : ['minutes', 'reason'] };
});

export function LogForm({ view, form }: LogFormProps) {
	const { activities, sessionId, own } = view;
	const rated = own?.ratings.length ?? 0;
	const isOpen = rated < activities.length;
	return (
		<form method="post" action={paths.deliveryLog(sessionId)} className="delivery-log" noValidate>
			{/* The first submit button is what Enter presses: a disabled one makes Enter do nothing. */}
			<button type="submit" disabled hidden />
			<HiddenField name="version" value={textOf(form, 'version') || (own?.version ?? 0)} />
			<h2 className="govuk-heading-m">{own ? 'Correct your log' : 'Your log'}</h2>
			<p className="govuk-body">
				Say how each activity was delivered. Give a reason where a core activity was changed, and where any was not
				delivered. What you leave open counts as missing, never as not delivered.
			</p>
			{isOpen && (
				<div className="toolbar">
					<RestAsPlanned />
					<span className="quiet">
						Saves what is marked below, and the rest as intended with the minutes of the plan
					</span>
				</div>
			)}
			{activities.map((activity, index) => (
				<ActivityRow key={activity.key} activity={activity} number={index + 1} view={view} form={form} />
			))}
			<WhoAndOrder view={view} form={form} />
			<Textarea
				name="note"
				label="Anything else about this session"
				hint="About the delivery. Do not name a participant."
				rows={3}
				maxLength={LONGEST_NOTE}
				error={form.errors.note}
				defaultValue={'note' in form.values ? textOf(form, 'note') : (own?.note ?? '')}
				groupClassName="delivery-log__note"
			/>
			<SaveBar button="Save log" status={`${rated} of ${activities.length} answered`}>
				{isOpen && <RestAsPlanned />}
			</SaveBar>
		</form>
	);
}

/** The one confirmation of a session as planned: at the top for nothing but that, in the bar for after the exceptions. */
function RestAsPlanned() {
	return (
		<Button variant="secondary" name="intent" value="as-planned" preventDoubleClick>
			Everything left as planned
		</Button>
	);
}

function WhoAndOrder({ view: { team, own, activities }, form }: LogFormProps) {
	const wasSent = 'version' in form.values;
	return (
		<>
			<Checkboxes
				name="deliveredBy"
				legend="Who delivered it"
				legendSize="s"
				hint="Of the team of this session, with who stood in. Leave it empty if you cannot say."
				items={team}
				values={wasSent ? listOf(form, 'deliveredBy') : (own?.deliveredBy ?? [])}
				error={form.errors.deliveredBy}
				small
			/>
			{activities.length > 1 && (
				<Input
					name="order"
					label="If it was in another order than the plan’s"
					hint="The numbers of the activities that were delivered, one after the other, such as 2, 1, 3."
					width={10}
					maxLength={100}
					error={form.errors.order}
					defaultValue={wasSent ? textOf(form, 'order') : (own?.order ?? '')}
				/>
			)}
		</>
	);
}

type ActivityRowProps = LogFormProps & { readonly activity: Activity; readonly number: number };

function ActivityRow({ activity, number, view, form }: ActivityRowProps) {
	const { key, title, core, minutes } = activity;
	const saved = view.own?.ratings.find(({ activityKey }) => activityKey === key);
	const field = (part: Part) => fieldOf(part, key);
	// Once a form was sent, a radio that is not in it was left open.
	const wasSent = 'version' in form.values;
	const shown = (part: Part) => (wasSent ? textOf(form, field(part)) : String(saved?.[part] ?? ''));
	const errors = (['rating', 'minutes', 'reason'] as const).flatMap((part) => form.errors[field(part)] ?? []);
	return (
		<RegisterRow
			id={key}
			person={`${number}. ${title}`}
			note={`${core ? 'Core' : 'Adaptable'} · ${formatCount('minute', minutes)} planned`}
			error={errors[0]}
			status={saved ? <Tag colour="green">Saved</Tag> : 'Not answered'}
			marks={<Segmented name={field('rating')} options={RATINGS} selected={shown('rating') || null} />}
			minutes={
				<Input
					name={field('minutes')}
					label="Minutes it took"
					inputMode="numeric"
					width={3}
					maxLength={3}
					defaultValue={shown('minutes')}
				/>
			}
			reason={
				<Input
					name={field('reason')}
					label={core ? 'Reason' : 'Reason (needed if it was not delivered)'}
					maxLength={LONGEST_REASON}
					defaultValue={shown('reason')}
				/>
			}
		/>
	);
}
