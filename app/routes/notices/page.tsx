import { EmptyState } from '#app/ui/blocks/empty-state.tsx';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { Tag } from '#app/ui/components/tag.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import type { NoticeView } from './notices-view.ts';

type NoticesPageProps = { readonly notices: readonly NoticeView[]; readonly said: string | null };

export function NoticesPage({ notices, said }: NoticesPageProps) {
	const fresh = notices.filter(({ isNew }) => isNew);
	return (
		<>
			<Said sentence={said} />
			<PageHeader title="Notices" />
			{notices.length === 0 ? (
				<EmptyState title="No notices">What waits for you appears here.</EmptyState>
			) : (
				<Table
					stacked
					caption="Your notices, the new ones first"
					captionClassName="govuk-visually-hidden"
					head={['When', 'What', 'State']}
					rows={notices.map((notice) => [
						notice.at,
						<What key="what" notice={notice} />,
						notice.isNew ? <Tag key="state">New</Tag> : 'Read',
					])}
				/>
			)}
			{fresh.length > 0 && (
				<form method="post">
					{fresh.map(({ id }) => (
						<HiddenField key={id} name="notice" value={id} />
					))}
					<Button variant="secondary" preventDoubleClick>
						Mark all as read
					</Button>
				</form>
			)}
		</>
	);
}

function What({ notice: { sentence, leadsTo } }: { readonly notice: NoticeView }) {
	return (
		<span>
			{sentence}{' '}
			{leadsTo && (
				<a className="govuk-link" href={leadsTo.href}>
					{leadsTo.text}
				</a>
			)}
		</span>
	);
}
