import { z } from 'zod';
import { ADAPTATION_DECISIONS } from '#app/domain/fidelity/adaptation-records.ts';
import { type AdaptationId, asId } from '#app/domain/shared/ids.ts';
import { oneOfCodes, optionalText, requiredText } from '#app/http/form-fields.ts';
import type { RefusalSentences } from '#app/http/refusal.ts';

export const decisionForm = z.object({
	adaptationId: requiredText('Choose which proposal you decide on').transform((id) => asId<AdaptationId>(id)),
	decision: oneOfCodes(ADAPTATION_DECISIONS, 'Choose whether you approve it'),
	reason: optionalText(),
});

export const SENTENCES: RefusalSentences = {
	'not-proposed': () => ({
		field: 'adaptationId',
		sentence: 'Choose a proposal: this change was not proposed beforehand',
	}),
	'changed-meanwhile': ({ standing }) => ({
		...{ field: 'form', status: 409 },
		sentence: `Nothing was saved: who proposed it has ${standing} it meanwhile. Read what waits now`,
	}),
	'session-started': () => ({
		...{ field: 'form', status: 409 },
		sentence: 'Nothing was saved: the session has started, so it was not decided beforehand and counts as unplanned',
	}),
	'decided-already': ({ standing, isYours }) => ({
		...{ field: 'form', status: 409 },
		sentence: isYours
			? `Nothing was saved: it is decided already. You have ${standing} it, and that stands`
			: `Nothing was saved: another lead has ${standing} it meanwhile, and that stands`,
	}),
	'own-proposal': () => ({ field: 'adaptationId', sentence: 'You proposed this yourself: another lead decides on it' }),
	'reason-needed': () => ({ field: 'reason', sentence: 'Enter why you decline it' }),
};
