import type { CalendarDay } from '#app/domain/shared/calendar-day.ts';
import { classNames } from '#app/ui/class-names.ts';
import { formatDate, formatDay, formatShortDay } from '#app/ui/format.ts';

const STATE_WORDS = {
	held: 'held',
	today: 'today',
	'to-come': 'to come',
	cancelled: 'cancelled',
	'not-recorded': 'past, not recorded yet',
} as const;

export type StripState = keyof typeof STATE_WORDS;

export type StripSession = {
	/** What stands in the box: the number of its plan. It has to differ within the strip unless `key` does. */
	readonly number: number | string;
	readonly key?: string | undefined;
	/** Null while the session is not booked. */
	readonly day: CalendarDay | null;
	readonly state: StripState;
	/** The day from which it was moved to this one. */
	readonly movedFrom?: CalendarDay | null | undefined;
	readonly href?: string | undefined;
	/** This page is about it. */
	readonly current?: boolean | undefined;
};

type SessionStripProps = {
	readonly sessions: readonly StripSession[];
	readonly label?: string | undefined;
	/** A sentence below it: what was skipped or moved, and why; when it ends. */
	readonly note?: string | undefined;
};

/** The term at a glance. Colour never stands alone: every state has its own border or mark, and words for those who listen. */
export function SessionStrip({ sessions, label = 'Sessions', note }: SessionStripProps) {
	const key = keyTo(sessions);
	return (
		<div className="session-strip">
			<ol className="session-strip__list" aria-label={label}>
				{sessions.map((session) => (
					<li key={session.key ?? session.number} className="session-strip__item">
						<StripBox session={session} />
					</li>
				))}
			</ol>
			{note && <p className="session-strip__note">{note}</p>}
			{key && <p className="session-strip__note">{key}</p>}
		</div>
	);
}

function StripBox({ session }: { readonly session: StripSession }) {
	const { number, day, state, movedFrom, href, current } = session;
	const inside = (
		<>
			<span
				className={classNames(
					'session-strip__box',
					`session-strip__box--${state}`,
					movedFrom && 'session-strip__box--moved',
				)}
			>
				<span className="govuk-visually-hidden">Session </span>
				{number}
			</span>
			<span className="session-strip__day" aria-hidden="true">
				{day ? formatShortDay(day) : 'not booked'}
			</span>
			<span className="govuk-visually-hidden">
				{`, ${day ? formatDay(day) : 'not booked'}, ${STATE_WORDS[state]}`}
				{movedFrom && `, moved from ${formatDate(movedFrom)}`}
			</span>
		</>
	);
	const className = classNames('session-strip__session', current && 'session-strip__session--current');
	if (!href) {
		return (
			<span className={className} aria-current={current ? 'true' : undefined}>
				{inside}
			</span>
		);
	}
	return (
		<a className={className} href={href} aria-current={current ? 'true' : undefined}>
			{inside}
		</a>
	);
}

/** What the unusual marks in this strip mean; the usual ones explain themselves. */
function keyTo(sessions: readonly StripSession[]): string | null {
	const has = (state: StripState) => sessions.some((session) => session.state === state);
	const meanings = [
		has('cancelled') && 'Struck through: cancelled.',
		sessions.some((session) => session.movedFrom) && 'Marked corner: moved.',
		has('not-recorded') && 'Dashed: past and not recorded yet.',
	];
	return meanings.filter(Boolean).join(' ') || null;
}
