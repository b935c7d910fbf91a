import type { FidelityBand } from '#app/domain/fidelity/adherence.ts';
import { Tag } from '#app/ui/components/tag.tsx';

const BANDS = {
	good: { word: 'Good', colour: 'green' },
	watch: { word: 'Watch', colour: 'yellow' },
	act: { word: 'Act', colour: 'red' },
} as const;

/** The programme’s band for a percentage: its word, which the colour repeats. */
export function BandTag({ band }: { readonly band: FidelityBand }) {
	const { word, colour } = BANDS[band];
	return <Tag colour={colour}>{word}</Tag>;
}
