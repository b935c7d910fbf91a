import type { ReactNode } from 'react';
import { upperFirst } from '#app/domain/shared/in-words.ts';
import { paths } from '#app/paths.ts';
import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { BackLink } from '#app/ui/components/back-link.tsx';
import { Button } from '#app/ui/components/button.tsx';
import { SummaryList } from '#app/ui/components/summary-list.tsx';
import { Table } from '#app/ui/components/table.tsx';
import { HiddenField } from '#app/ui/fields/hidden-field.tsx';
import type { FacilitatorView } from './facilitator-view.ts';

type FacilitatorPageProps = { readonly view: FacilitatorView; readonly said: string | null };

export function FacilitatorPage({ view, said }: FacilitatorPageProps) {
	return (
		<>
			<BackLink href={view.back} />
			<Said sentence={said} />
			<PageHeader caption={view.isOwn ? view.name : 'Facilitator'} title={view.isOwn ? 'My availability' : view.name} />
			<Way href={paths.facilitatorTermPlan(view.staffId)}>Term plan to print</Way>
			{view.supervisionHref && <Way href={view.supervisionHref}>Supervision: the work, and what helps it</Way>}
			<Accreditations view={view} />
			{view.time && <Hours view={view} hours={view.time.hours} />}
			{view.time && <Leave view={view} leave={view.time.leave} />}
		</>
	);
}

type PartProps = { readonly view: FacilitatorView };

function Accreditations({ view: { accreditations, staffId, mayAccredit } }: PartProps) {
	return (
		<section>
			<h2 className="govuk-heading-m">Accreditations</h2>
			{accreditations.length === 0 ? (
				<p className="govuk-body">None is recorded.</p>
			) : (
				<Table
					stacked
					firstCellIsHeader
					caption="Accreditations, the latest of each programme first"
					captionClassName="govuk-visually-hidden"
					head={['Programme', 'Since', 'Lasts', ...(mayAccredit ? [CHANGE] : [])]}
					rows={accreditations.map(({ id, programme, from, lasts }) => [
						programme,
						from,
						lasts,
						...(mayAccredit
							? [
									<EndForm key="end" action={paths.accreditationEnd(staffId)} name="accreditationId" id={id}>
										Take out<span className="govuk-visually-hidden"> {programme}</span>
									</EndForm>,
								]
							: []),
					])}
				/>
			)}
			{mayAccredit && <Way href={paths.accreditations(staffId)}>Record an accreditation</Way>}
		</section>
	);
}

function Hours({
	view: { staffId, mayKeepTime },
	hours,
}: PartProps & { hours: NonNullable<FacilitatorView['time']>['hours'] }) {
	return (
		<section>
			<h2 className="govuk-heading-m">Hours</h2>
			{hours.length === 0 ? (
				<p className="govuk-body">No hours are given, so any time of the week will do.</p>
			) : (
				<SummaryList rows={hours.map(({ weekday, inWords }) => ({ key: upperFirst(weekday), value: inWords }))} />
			)}
			{mayKeepTime && <Way href={paths.hours(staffId)}>Change the hours</Way>}
		</section>
	);
}

function Leave({
	view: { staffId, mayKeepTime },
	leave,
}: PartProps & { leave: NonNullable<FacilitatorView['time']>['leave'] }) {
	return (
		<section>
			<h2 className="govuk-heading-m">Leave</h2>
			{leave.length === 0 ? (
				<p className="govuk-body">No leave is recorded from today on.</p>
			) : (
				<Table
					stacked
					caption="Leave from today on"
					captionClassName="govuk-visually-hidden"
					head={['Days', ...(mayKeepTime ? [CHANGE] : [])]}
					rows={leave.map(({ id, inWords }) => [
						inWords,
						...(mayKeepTime
							? [
									<EndForm key="end" action={paths.leaveEnd(staffId)} name="leaveId" id={id}>
										Take back<span className="govuk-visually-hidden"> {inWords}</span>
									</EndForm>,
								]
							: []),
					])}
				/>
			)}
			{mayKeepTime && <Way href={paths.leave(staffId)}>Add leave</Way>}
		</section>
	);
}

const CHANGE = { content: <span className="govuk-visually-hidden">Change</span> };

type EndFormProps = {
	readonly action: string;
	readonly name: string;
	readonly id: string;
	readonly children: ReactNode;
};

function EndForm({ action, name, id, children }: EndFormProps) {
	return (
		<form method="post" action={action}>
			<HiddenField name={name} value={id} />
			<Button variant="secondary" className="govuk-!-margin-bottom-0" preventDoubleClick>
				{children}
			</Button>
		</form>
	);
}

function Way({ href, children }: { readonly href: string; readonly children: ReactNode }) {
	return (
		<p className="govuk-body">
			<a className="govuk-link" href={href}>
				{children}
			</a>
		</p>
	);
}
