import type { Stretch } from '#app/domain/reminders/wording/word-changes.ts';
import { keyed } from '../keyed.ts';

type WordingTextProps = { readonly stretches: readonly Stretch[]; readonly as: 'before' | 'after' };

/** Words as they stand in content, placeholders and line breaks included, with what the other version has not. */
export function WordingText({ stretches, as }: WordingTextProps) {
	const Changed = as === 'before' ? 'del' : 'ins';
	return (
		<div className="wording__text">
			{keyed(stretches).map(({ key, item: { text, isOnlyHere } }) => {
				if (!isOnlyHere || text.trim() === '') return <span key={key}>{text}</span>;
				return (
					<Changed key={key}>
						<span className="govuk-visually-hidden">{as === 'before' ? '(only before: ' : '(new: '}</span>
						{text}
						<span className="govuk-visually-hidden">)</span>
					</Changed>
				);
			})}
		</div>
	);
}
