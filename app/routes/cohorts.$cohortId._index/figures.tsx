import { listInWords } from '#app/domain/shared/in-words.ts';
import { StatCard } from '#app/ui/blocks/stat-card.tsx';
import { StatCards } from '#app/ui/blocks/stat-cards.tsx';
import { formatCount } from '#app/ui/format.ts';
import type { CohortView } from './cohort-view.ts';

/** Where everybody stands with what they attended and can still reach. */
const TO_PEOPLE = '#people-heading';

/** The three figures that say how the cohort stands; before its first session, how full it is. */
export function Figures({ view }: { readonly view: CohortView }) {
	if (!view.hasBegun) return <BeforeStart view={view} />;
	const { startedCount, delivery, completion, state } = view;
	const { percent } = delivery.delivered;
	const { canComplete, completed } = completion;
	const isOver = state === 'finished' && canComplete.outOf === 0;
	return (
		<StatCards>
			<StatCard
				label={state === 'finished' ? 'Stayed to the end' : 'Still taking part'}
				figure={String(startedCount.stayed)}
				outOf={`of ${startedCount.started} who started`}
				href={view.retentionHref && `${view.retentionHref}#people`}
				note={startedCount.note}
			/>
			{view.readsLogs && (
				<StatCard
					label="Delivered as planned"
					figure={percent === null ? 'No data' : `${percent}%`}
					href={percent === null ? null : view.sessionsHref}
					note={delivery.note}
				/>
			)}
			{isOver ? (
				<StatCard
					label="Completed"
					figure={String(completed.count)}
					outOf={`of ${completed.outOf} who started`}
					href={TO_PEOPLE}
				/>
			) : (
				<StatCard
					label="Can still complete"
					figure={String(canComplete.count)}
					outOf={`of ${canComplete.outOf}`}
					href={TO_PEOPLE}
					note={completionNote(completion)}
				/>
			)}
		</StatCards>
	);
}

function BeforeStart({ view: { completion, places, sessions } }: { readonly view: CohortView }) {
	const taken = completion.canComplete.outOf;
	return (
		<StatCards>
			<StatCard label="Places taken" figure={String(taken)} outOf={`of ${places}`} href={TO_PEOPLE} />
			<StatCard label="Sessions planned" figure={String(sessions.length)} note="None has been held yet" />
		</StatCards>
	);
}

const MOST_NAMED = 3;

function completionNote({ lastChance, outOfReach, catchUpsOpen }: CohortView['completion']): string {
	const parts = [
		outOfReach.length > 0 && `${named(outOfReach)} cannot any more`,
		lastChance.length > 0 && `${named(lastChance)} may miss no more`,
		catchUpsOpen > 0 && `${formatCount('catch-up', catchUpsOpen)} open`,
	].filter(Boolean);
	return parts.length > 0 ? parts.join('; ') : 'Nobody is close to the limit';
}

function named(names: readonly string[]): string {
	return names.length <= MOST_NAMED ? listInWords(names) : formatCount('person', names.length);
}
