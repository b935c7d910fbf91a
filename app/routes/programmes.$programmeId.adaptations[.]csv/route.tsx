import type { LoaderFunctionArgs } from '@remix-run/node';
import { writeCsv } from '#app/delivery/spreadsheet/write-csv.ts';
import { programmeWithId } from '#app/domain/programmes/programme-id.ts';
import { requireAccess } from '#app/http/actor.ts';
import { download } from '#app/http/download.ts';
import { orNotFound } from '#app/http/not-found.ts';
import { STANDING_WORDS } from '#app/ui/fidelity/frame-words.ts';
import { aboutInWords, COUNTED_NAMES, countedInWords } from '#app/ui/fidelity/register-words.ts';
import { planTitle } from '#app/ui/session-name.ts';
import { exportRegister } from '#app/use-cases/adaptations/export-register.ts';

/**
 * How often what was changed in the sessions of a programme version, small counts hidden, as a CSV file. It takes no filter:
 * from two files that overlap, what is hidden could be worked out.
 */
export function loader({ request, context, params }: LoaderFunctionArgs) {
	const actor = requireAccess(request, context, 'read', 'adaptation.record');
	const programme = orNotFound(programmeWithId(context.content.programmes, params.programmeId!));
	const table = exportRegister(context, actor, programme, {
		about: (group) => {
			const { title, activity } = aboutInWords(programme.plans, group);
			return { plan: planTitle(group.planNumber, title), activity };
		},
		...{ standing: STANDING_WORDS, question: COUNTED_NAMES, answer: countedInWords },
	});
	return download(context, writeCsv(table), { kind: 'csv', name: `adaptations-${params.programmeId}`, people: [] });
}
