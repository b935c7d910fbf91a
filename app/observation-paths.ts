import type { CohortId, SessionId } from './domain/shared/ids.ts';
import { type Said, saying } from './said-in-address.ts';

/** Addresses of observing sessions. */
export const OBSERVATION_PATHS = {
	observations: () => '/observations',
	observers: (id: SessionId, said?: Said) => saying(`/sessions/${id}/observers`, said),
	observersEnd: (id: SessionId) => `/sessions/${id}/observers/end`,
	/** The form of who observes the session. */
	observation: (id: SessionId, said?: Said) => saying(`/sessions/${id}/observation`, said),
	/** Every observation of the session, for who may compare and release them. */
	sessionObservations: (id: SessionId, said?: Said) => saying(`/sessions/${id}/observations`, said),
	/** What was released of them to who delivers the session. */
	observationFeedback: (id: SessionId) => `/sessions/${id}/observation-feedback`,
	observationPlan: (id: CohortId, said?: Said) => saying(`/cohorts/${id}/observation-plan`, said),
} as const;
