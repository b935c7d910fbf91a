import { listInWords } from '#app/domain/shared/in-words.ts';
import { paths } from '#app/paths.ts';

export type WhoApproves = { readonly isReader: boolean; readonly others: readonly string[] };

/** Where words are approved, for who may; for everybody else who that is. */
export function WhoApprovesWords({ isReader, others }: WhoApproves) {
	if (isReader) {
		return (
			<a className="govuk-link" href={paths.wordings()}>
				Read the words and approve them
			</a>
		);
	}
	if (others.length === 0) return 'Nobody here may approve them: an administrator can make somebody a programme lead.';
	return `Who may approve them: ${listInWords(others)}.`;
}
