import type { AppContext } from '#app/context.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { RegisterProposal } from '#app/domain/imports/proposal.ts';
import { programmeIdOf } from '#app/domain/programmes/programme-id.ts';
import { versionInForce } from '#app/domain/programmes/versions/own-version.ts';
import { dayOf } from '#app/domain/shared/instant.ts';
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

function firstForm({ content, clock }: AppContext, { programme: slug, participants }: RegisterProposal): FormState {
	const today = dayOf(clock.now());
	const programme = slug && versionInForce(content.programmes, { slug, variant: null }, today);
	const staying = participants.filter(({ leftAfterSession }) => leftAfterSession === null).length;
	const places = Math.min(99, Math.max(staying, programme ? programme.thresholds.groupSize.max : 12));
	return {
		values: { programme: programme ? programmeIdOf(programme) : '', places: String(places) },
		errors: {},
	};
}
