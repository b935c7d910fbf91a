import { InsetText } from '../components/inset-text.tsx';
import type { PairView } from './pair-words.ts';

/** Says how a cohort keeps step with its linked one; only for who may change both. */
export function PairNotice({ pair: { linked, sentence, ways } }: { readonly pair: PairView }) {
	return (
		<InsetText className="no-print">
			<p>
				Linked with{' '}
				<a className="govuk-link" href={linked.href}>
					{linked.name}
				</a>
				. {sentence}
			</p>
			{ways.length > 0 && (
				<ul className="govuk-list">
					{ways.map(({ href, text }) => (
						<li key={href}>
							<a className="govuk-link" href={href}>
								{text}
							</a>
						</li>
					))}
				</ul>
			)}
		</InsetText>
	);
}
