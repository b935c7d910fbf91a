import type { CohortId, MessageId, PersonId } from './domain/shared/ids.ts';
import { asking, type Said, saying } from './said-in-address.ts';

/** The addresses of messages to participants. */
export const MESSAGE_PATHS = {
	messages: (said?: Said) => saying('/messages', said),
	/** The outbox with this filter; the first page unless it says otherwise. */
	messagesWhere: (filter: { state?: string | null; page?: number }) =>
		asking('/messages', { state: filter.state, page: filter.page === 1 ? null : filter.page }),
	message: (id: MessageId, said?: Said) => saying(`/messages/${id}`, said),
	messageKinds: (said?: Said) => saying('/messages/kinds', said),
	/** The words of every message to participants, and those of one by its `wordingId`. */
	wordings: () => '/messages/wordings',
	wording: (id: string, said?: Said) => saying(`/messages/wordings/${id}`, said),
	cohortMessages: (id: CohortId, said?: Said) => saying(`/cohorts/${id}/messages`, said),
	personMessages: (id: PersonId, said?: Said) => saying(`/people/${id}/messages`, said),
};
