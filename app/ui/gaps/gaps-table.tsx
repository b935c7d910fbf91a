import { paths } from '#app/paths.ts';
import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';

export type GapOnList = {
	readonly key: string;
	readonly title: string;
	readonly about: string;
	readonly href: string | null;
	readonly since: string;
	readonly age: string;
	readonly owner: string;
	readonly due: string | null;
	readonly isOverdue: boolean;
	/** Where it is handed on; null for who may not. */
	readonly handHref: string | null;
	readonly acceptHref: string | null;
};

/** Gaps, each with where it is mended and, for who decides on it, with the way to hand it on or accept it. */
export function GapsTable({ gaps }: { readonly gaps: readonly GapOnList[] }) {
	return (
		<Table
			stacked
			firstCellIsHeader
			caption="Gaps, the oldest first"
			captionClassName="govuk-visually-hidden"
			head={[
				'What is missing',
				'Of',
				'Since',
				'Whose',
				{ content: <span className="govuk-visually-hidden">Decide</span>, className: 'no-print' },
			]}
			rows={gaps.map((gap) => [
				gap.title,
				gap.href ? (
					<a key="of" className="govuk-link" href={gap.href}>
						{gap.about}
					</a>
				) : (
					gap.about
				),
				gap.age ? `${gap.since}: ${gap.age}` : gap.since,
				<Whose key="whose" gap={gap} />,
				{ content: <Decide gap={gap} />, className: 'no-print' },
			])}
		/>
	);
}

function Whose({ gap: { owner, due, isOverdue } }: { readonly gap: GapOnList }) {
	return (
		<>
			{owner}
			{due && `, by ${due}`} {isOverdue && <Tag colour="red">Overdue</Tag>}
		</>
	);
}

function Decide({ gap: { handHref, acceptHref, title, about } }: { readonly gap: GapOnList }) {
	const of = (
		<span className="govuk-visually-hidden">
			: {title}, {about}
		</span>
	);
	return (
		<>
			{handHref && (
				<a className="govuk-link" href={handHref}>
					Hand on{of}
				</a>
			)}
			{handHref && acceptHref && ' · '}
			{acceptHref && (
				<a className="govuk-link" href={acceptHref}>
					Accept{of}
				</a>
			)}
		</>
	);
}

/** The same for gaps that a lead accepted, with who did, why, and taking it back. */
export type AcceptedOnList = Pick<GapOnList, 'key' | 'title' | 'about' | 'href'> & {
	readonly by: string;
	readonly on: string;
	readonly reason: string;
	readonly mayTakeBack: boolean;
};

export function AcceptedTable({ gaps }: { readonly gaps: readonly AcceptedOnList[] }) {
	return (
		<Table
			stacked
			firstCellIsHeader
			caption="Accepted gaps"
			captionClassName="govuk-visually-hidden"
			head={[
				...['What is missing', 'Of', 'Accepted', 'Why'],
				{ content: <span className="govuk-visually-hidden">Change</span> },
			]}
			rows={gaps.map(({ key, title, about, href, by, on, reason, mayTakeBack }) => [
				title,
				href ? (
					<a key="of" className="govuk-link" href={href}>
						{about}
					</a>
				) : (
					about
				),
				`${by}, ${on}`,
				<span key="why" className="typed-text">
					{reason}
				</span>,
				mayTakeBack ? (
					<a key="back" className="govuk-link no-print" href={paths.gapAcceptance(key)}>
						Take back
						<span className="govuk-visually-hidden">
							: {title}, {about}
						</span>
					</a>
				) : (
					''
				),
			])}
		/>
	);
}
