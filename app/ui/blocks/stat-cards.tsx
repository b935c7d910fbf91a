import type { ReactNode } from 'react';

/** The figures of a page, side by side while there is room. */
export function StatCards({ children }: { readonly children: ReactNode }) {
	return (
		// biome-ignore lint/a11y/noRedundantRoles: VoiceOver forgets that a list drawn without bullets is one.
		<ul className="stat-cards" role="list">
			{children}
		</ul>
	);
}
