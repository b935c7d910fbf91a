import { LOG_TIMINGS, type LogTiming } from '#app/domain/team/practice.ts';
import { paths } from '#app/paths.ts';
import { formatShortDay } from '#app/ui/format.ts';
import type { Row, Rows } from '#app/ui/rows.ts';
import { sessionTitle } from '#app/ui/session-name.ts';
import type { PracticeSession } from '#app/use-cases/team/practice-sessions.ts';

const TIMINGS: Readonly<Record<LogTiming, string>> = {
	'on-the-day': 'On the day of the session',
	soon: 'One or two days after',
	later: 'Later',
	'not-written': 'Not written',
};

/** Of each cohort how many sessions they delivered of those planned for them, and cover taken and given, in counts. */
export function continuityView(sessions: readonly PracticeSession[]) {
	const ofCohort = [...Map.groupBy(sessions, ({ cohort }) => cohort.id).values()];
	const lines = ofCohort.map((own, at) => {
		const { cohort } = own[0]!;
		const count = (part: PracticeSession['part']) => own.filter((one) => one.part === part);
		const [team, cover, away] = [count('team'), count('cover'), count('away')];
		const part = (name: string, rows: readonly PracticeSession[], words: string) => ({
			...{ key: `${name}-${at + 1}`, name: `${cohort.name}: ${words}`, rows: rows.map((one) => rowOf(one)) },
		});
		return {
			...{ cohort: cohort.name, href: paths.team(cohort.id) },
			planned: part('planned', [...team, ...away], 'planned for them'),
			delivered: part('delivered', team, 'delivered on the team'),
			taken: part('cover-taken', away, 'somebody stood in for them'),
			given: part('cover-given', cover, 'they stood in'),
		};
	});
	return {
		lines: lines.map(({ planned, delivered, taken, given, ...line }) => ({
			...{ ...line, planned: figureOf(planned) },
			...{ delivered: figureOf(delivered), taken: figureOf(taken), given: figureOf(given) },
		})),
		rows: lines.flatMap(({ planned, delivered, taken, given }) =>
			[planned, delivered, taken, given].filter(({ rows }) => rows.length > 0),
		),
	};
}

/** How soon their logs came, in counts of the sessions that they delivered; one that is kept back is in none of them. */
export function logsView(sessions: readonly PracticeSession[]) {
	const parts: readonly Rows[] = LOG_TIMINGS.map((timing) => ({
		key: `log-${timing}`,
		name: `Log: ${TIMINGS[timing].toLowerCase()}`,
		rows: sessions
			.filter(({ logs }) => logs?.timing === timing)
			.map((one) => rowOf(one, paths.deliveryLog(one.session.id))),
	}));
	return {
		figures: LOG_TIMINGS.map((timing, at) => ({ name: TIMINGS[timing], ...figureOf(parts[at]!) })),
		rows: parts.filter(({ rows }) => rows.length > 0),
	};
}

function figureOf({ key, rows }: Rows) {
	return { count: rows.length, href: rows.length > 0 ? `#${key}` : null };
}

function rowOf({ session, cohort }: PracticeSession, href: string = paths.session(session.id)): Row {
	const when = session.time ? `, ${formatShortDay(session.time.day)}` : '';
	return { text: `${sessionTitle(session)}${when}`, href, about: cohort.name };
}
