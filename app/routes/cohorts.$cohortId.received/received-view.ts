import type { StaffActor } from '#app/domain/access/actor.ts';
import { CORE_STANDINGS } from '#app/domain/fidelity/received-words.ts';
import { programmeLabel } from '#app/domain/programmes/variant.ts';
import type { CohortId } from '#app/domain/shared/ids.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { paths } from '#app/paths.ts';
import { missingLine } from '#app/ui/fidelity/missing-lines.ts';
import { formatPercent } from '#app/ui/format.ts';
import { planTitle } from '#app/ui/session-name.ts';
import { type PersonReceived, type ReceivedReview, reviewReceived } from '#app/use-cases/fidelity/review-received.ts';

export type ReceivedView = NonNullable<ReturnType<typeof readReceivedView>>;
export type MissingView = ReceivedView['missing'][number];

/** All that the page on what each person received shows; null when it is not the actor’s to read. */
export function readReceivedView(context: RequestContext, actor: StaffActor, cohortId: CohortId) {
	const review = reviewReceived(context, actor, cohortId);
	if (!review) return null;
	const { record, programme, people } = review;
	showsPeople(
		context,
		people.map(({ personId }) => personId),
	);
	const { shareOfCoreActivities } = programme.thresholds.completion;
	return {
		name: record.cohort.name,
		caption: programmeLabel(programme),
		cohortHref: paths.cohort(cohortId),
		fidelityHref: paths.fidelity(cohortId),
		fileHref: paths.receivedFile(cohortId),
		rule: shareOfCoreActivities === null ? null : `${Math.round(shareOfCoreActivities * 100)}%`,
		isKeptBack: record.keptBack.length > 0,
		people: people.map(personOf),
		missing: missingOf(review),
		...matrixOf(review),
	};
}

function personOf({ personId, name, core }: PersonReceived) {
	return {
		name,
		href: paths.person(personId),
		received: formatPercent(core.received, core.planned),
		...{ missing: core.missing, notKnown: core.notKnown, toCome: core.toCome },
		standing: CORE_STANDINGS[core.standing],
	};
}

/** What is missing, by session and why: one line for everybody who misses the same for the same reason. */
function missingOf({ record, people }: ReceivedReview) {
	const all = people.flatMap((person) => person.missing.map((one) => ({ person, one })));
	const keyOf = ({ one: { planNumber, why, cells } }: (typeof all)[number]) =>
		[planNumber, why, ...cells.map(({ activityKey }) => activityKey)].join(' ');
	const lines = [...Map.groupBy(all, keyOf).values()].toSorted(
		(one, other) => one[0]!.one.planNumber - other[0]!.one.planNumber,
	);
	return lines.map((own) => {
		const { planNumber, title, activities, why } = own[0]!.one;
		return {
			session: planTitle(planNumber, title),
			what: activities,
			why,
			people: own.map(({ person: { name, enrolmentId }, one }) => {
				const { way, bookHref } = missingLine(one, enrolmentId, record.may.bookCatchUps);
				return { name, way, bookHref };
			}),
		};
	});
}

/** The plans that have begun for somebody, with a row for each activity and a cell for each person. */
function matrixOf({ programme, people }: ReceivedReview) {
	const hasBegun = (planNumber: number) =>
		people.some(({ cells }) =>
			cells.some((cell) => cell.planNumber === planNumber && cell.state !== 'to-come' && cell.state !== 'not-expected'),
		);
	const begun = programme.plans.filter(({ number }) => hasBegun(number));
	return {
		plans: begun.map(({ number, title, activities }) => ({
			number,
			title: planTitle(number, title),
			activities: activities.map(({ key, title: activity, core }) => ({
				title: activity,
				core,
				states: people.map(({ cells }) => {
					return cells.find((cell) => cell.planNumber === number && cell.activityKey === key)!.state;
				}),
			})),
		})),
		toCome: programme.plans.length - begun.length,
	};
}
