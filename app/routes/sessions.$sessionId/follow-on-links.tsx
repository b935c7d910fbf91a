import type { SessionView } from './session-view.ts';

/** What is said after the register: how people took part, and what concerned somebody. */
export function FollowOnLinks({ view: { takingPartHref, concerns, historyHref } }: { readonly view: SessionView }) {
	const links = [
		{ href: takingPartHref, text: 'How people took part' },
		{ href: concerns?.href, text: concerns?.many ? `Concerns (${concerns.many})` : 'Concerns' },
		{ href: historyHref, text: 'Earlier marks and notes of the register' },
	];
	return links.flatMap(({ href, text }) =>
		href
			? [
					<p key={href} className="govuk-body">
						<a className="govuk-link" href={href}>
							{text}
						</a>
					</p>,
				]
			: [],
	);
}
