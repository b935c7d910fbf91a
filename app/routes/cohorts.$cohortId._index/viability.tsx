import { InsetText } from '#app/ui/components/inset-text.tsx';
import { WarningText } from '#app/ui/components/warning-text.tsx';
import type { ViabilityInWords } from './viability-words.ts';

/** Whether the group is large enough, below its figures. */
export function Viability({ viability: { warning, notes } }: { readonly viability: ViabilityInWords }) {
	return (
		<section aria-label="Size of the group">
			{warning && <WarningText>{warning}</WarningText>}
			{notes.length > 0 && (
				<InsetText>
					<p>{notes.join(' ')}</p>
				</InsetText>
			)}
		</section>
	);
}
