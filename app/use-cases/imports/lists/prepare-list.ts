import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { ListKind } from '#app/domain/imports/lists/import-kinds.ts';
import type { ListChoices } from '#app/domain/imports/lists/list-choices.ts';
import type { ListFile } from '#app/domain/imports/lists/list-file.ts';
import type { ListRefusal } from '#app/domain/imports/lists/list-reading.ts';
import type { AreaId } from '#app/domain/shared/ids.ts';
import { done, type Outcome, refused } from '#app/domain/shared/outcome.ts';
import type { Db } from '#db/client.ts';
import { findArea } from '#db/queries/places.ts';
import type { ListPlan } from './list-plan.ts';
import { planCohortList } from './plan-cohort-list.ts';
import { planFacilitators } from './plan-facilitators.ts';
import { planSchoolHolidays } from './plan-school-holidays.ts';

/** The dry run as it is shown; `fingerprint` changes with whatever of it a person looks at. */
export type PreparedList = ListPlan & { readonly fingerprint: string };
export type PrepareListRefusal = ListRefusal | 'not-found';

type Question = { readonly kind: ListKind; readonly file: ListFile; readonly choices: ListChoices };

/** The dry run of a list: what it would bring in, row by row; stores nothing. Refused when the file is no such list. */
export function prepareList(
	context: AppContext,
	db: Db,
	actor: Actor,
	question: Question,
): Outcome<PreparedList, PrepareListRefusal> {
	const outcome = planOf(context, db, actor, question);
	if (!outcome.done) return outcome;
	const { look, lines } = outcome.value;
	const proposed = question.kind === 'school-holidays' ? lines.map(({ comesIn: _, ...line }) => line) : lines;
	const fingerprint = context.credentials.hashSecret(JSON.stringify([question.kind, look, proposed]));
	return done({ ...outcome.value, fingerprint });
}

function planOf(
	context: AppContext,
	db: Db,
	actor: Actor,
	{ kind, file, choices }: Question,
): Outcome<ListPlan, PrepareListRefusal> {
	const { areaId } = choices;
	if (areaId !== null && !findArea(db, actor, areaId)) return refused('not-found');
	if (kind === 'school-holidays')
		return areaId === null
			? refused('not-found')
			: planSchoolHolidays(db, actor, file, { ...choices, areaId: areaId satisfies AreaId });
	if (!('workbook' in file)) return refused('not-this-list');
	return kind === 'facilitators'
		? planFacilitators(context, db, file.workbook)
		: planCohortList(context, db, actor, file.workbook, choices);
}
