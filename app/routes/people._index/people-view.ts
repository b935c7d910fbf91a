import type { Actor } from '#app/domain/access/actor.ts';
import { ENROLMENT_STATE_LABELS, isActive } from '#app/domain/attrition/enrolment.ts';
import { showsPeople } from '#app/http/audit/page-view.ts';
import type { RequestContext } from '#app/http/request-context.ts';
import { listEnrolmentsOfPeople } from '#db/queries/enrolments.ts';
import { listPeople } from '#db/queries/people.ts';

const PER_PAGE = 50;

type Asked = { readonly everybody: boolean; readonly page: number };

/** One page of the people whom the actor may read: those with a place now, or everybody, each with their newest place. */
export function peopleView(context: RequestContext, actor: Actor, { everybody, page }: Asked) {
	const { db } = context;
	const people = listPeople(db, actor);
	const places = Map.groupBy(
		listEnrolmentsOfPeople(
			db,
			actor,
			people.map(({ personId }) => personId),
		),
		({ personId }) => personId,
	);
	const rows = people.map(({ personId: id, filedName, reference }) => {
		const own = (places.get(id) ?? []).toSorted(
			(one, other) => Number(isActive(other.state)) - Number(isActive(one.state)),
		);
		const shown = own.map(({ cohort, state }) => ({
			cohort,
			state: ENROLMENT_STATE_LABELS[state],
			goesOn: isActive(state),
		}));
		return { id, name: filedName, reference, places: shown };
	});
	const active = rows.filter((row) => row.places.some(({ goesOn }) => goesOn));
	const listed = everybody ? rows : active;
	const pages = Math.max(1, Math.ceil(listed.length / PER_PAGE));
	const current = Number.isInteger(page) && page >= 1 && page <= pages ? page : 1;
	const shown = listed.slice((current - 1) * PER_PAGE, current * PER_PAGE);
	showsPeople(
		context,
		shown.map(({ id }) => id),
	);
	return {
		people: shown,
		counts: { now: active.length, everybody: rows.length },
		everybody,
		page: current,
		pages,
	};
}
