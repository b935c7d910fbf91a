import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { RegisterProposal } from '#app/domain/imports/proposal.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import type { FormState } from '#app/ui/form-state.ts';
import { listCohortOptions } from '#app/use-cases/cohorts/list-cohort-options.ts';
import { savedForm } from './cohort-form.ts';
import type { OpenUpload } from './open-upload.ts';

export type CohortView = ReturnType<typeof cohortView>;

/** What the register's cohort can be chosen from, with what the sheet says of it filled in. */
export function cohortView(context: AppContext, actor: Actor, upload: OpenUpload & { plain: RegisterProposal }) {
	const { row, plain, choices } = upload;
	return {
		kind: 'cohort' as const,
		fileName: row.fileName,
		version: row.version,
		titles: plain.titles,
		options: listCohortOptions(context, actor, 'import.register'),
		form: choices.cohort ? savedForm(choices.cohort) : firstForm(context, plain),
	};
}

function firstForm({ content }: AppContext, { programme: slug, participants }: RegisterProposal): FormState {
	const versions = content.programmes.filter((one) => one.slug === slug && one.variant === null);
	const programme = versions.at(-1);
	const staying = participants.filter(({ leftAfterSession }) => leftAfterSession === null).length;
	const places = Math.min(99, Math.max(staying, programme?.thresholds.groupSize.max ?? 12));
	return {
		values: { programme: programme ? programmeIdOf(programme) : '', places: String(places) },
		errors: {},
	};
}
