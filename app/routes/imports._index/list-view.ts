import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { mayAtAll } from '#app/domain/access/policy.ts';
import { countInWords } from '#app/domain/shared/in-words.ts';
import { paths } from '#app/paths.ts';
import { formatInstant } from '#app/ui/format.ts';
import { countImports, listImportPage } from '#db/queries/imports/imports.ts';

export type ImportListView = ReturnType<typeof readImportList>;
export type ImportLine = ImportListView['imports'][number];

const PAGE_LENGTH = 20;

/** One page of who brought in what and when, in two reads whatever its length. */
export function readImportList({ db }: AppContext, actor: Actor, request: Request) {
	const asked = new URL(request.url).searchParams.get('page') ?? '';
	const total = countImports(db, actor);
	const pages = Math.max(1, Math.ceil(total / PAGE_LENGTH));
	const page = Math.min(/^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1, pages);
	const found = listImportPage(db, actor, { offset: (page - 1) * PAGE_LENGTH, limit: PAGE_LENGTH });
	const imports = found.map(({ id, kind, state, fileName, uploadedBy, uploadedAt, cohortId, cohort, ...counts }) => ({
		state,
		fileName,
		href: kind === 'register' ? paths.import(id) : paths.listImport(id),
		undoHref: state === 'undone' ? null : kind === 'register' ? paths.importUndo(id) : paths.listImportUndo(id),
		kind,
		who: uploadedBy ?? 'By the command line',
		when: formatInstant(uploadedAt),
		cohort: cohortId && cohort ? { name: cohort, href: paths.cohort(cohortId) } : null,
		what: whatCameIn(counts),
	}));
	const may = {
		registers: mayAtAll(actor, 'write', 'import.register'),
		facilitators: mayAtAll(actor, 'write', 'import.facilitators'),
		cohorts: mayAtAll(actor, 'write', 'import.cohorts'),
	};
	return { imports, total, page, pages, may };
}

type Counts = Pick<
	ReturnType<typeof listImportPage>[number],
	'broughtIn' | 'people' | 'sessions' | 'accepted' | 'refused'
>;

function whatCameIn({ broughtIn, people, sessions, accepted, refused }: Counts): string | null {
	if (broughtIn !== null) return `${countInWords(broughtIn, 'row')} brought in, ${refused ?? 0} refused`;
	if (people === null || sessions === null || accepted === null || refused === null) return null;
	const cells = `${countInWords(accepted, 'cell')} brought in, ${refused} refused`;
	return `${countInWords(people, 'person', 'people')}, ${countInWords(sessions, 'session')}: ${cells}`;
}
