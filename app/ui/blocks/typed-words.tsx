import { InsetText } from '../components/inset-text.tsx';

/** What somebody wrote into a form that is not shown any more, because there is nothing to save it to: theirs to take elsewhere. */
export function TypedWords({ words }: { readonly words: string }) {
	if (words === '') return null;
	return (
		<InsetText>
			What you wrote, which is kept nowhere else: <span className="typed-text">{words}</span>
		</InsetText>
	);
}
