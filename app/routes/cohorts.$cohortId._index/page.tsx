import { PageHeader } from '#app/ui/blocks/page-header.tsx';
import { Said } from '#app/ui/blocks/said.tsx';
import { SessionStrip } from '#app/ui/blocks/session-strip.tsx';
import { HeatMap } from '#app/ui/charts/heat-map.tsx';
import { PairNotice } from '#app/ui/pairs/pair-notice.tsx';
import { Arranging } from './arranging.tsx';
import { ByHand } from './by-hand.tsx';
import { CatchUps, LastChance } from './catch-ups.tsx';
import { Charts } from './charts.tsx';
import type { CohortView } from './cohort-view.ts';
import { Delivered } from './delivered.tsx';
import { EarlySigns } from './early-signs.tsx';
import { Figures } from './figures.tsx';
import { Leavers } from './leavers.tsx';
import { People } from './people.tsx';
import { Viability } from './viability.tsx';

type CohortPageProps = { readonly view: CohortView; readonly said: string | null };

/** One cohort: its term, its figures, its register at a look, its people, and what the figures do not prove. */
export function CohortPage({ view, said }: CohortPageProps) {
	const { name, caption, programme, place, team, strip, scheduleNote, hasBegun, sessions, register, files, leavers } =
		view;
	return (
		<>
			<Said sentence={said} />
			<PageHeader caption={caption} title={name}>
				<p className="govuk-body">
					{[programme, place, team.length > 0 && `Team: ${team.join(', ')}`].filter(Boolean).join(' · ')}
				</p>
				<SessionStrip sessions={strip} note={scheduleNote} />
			</PageHeader>
			<Arranging view={view} />
			{view.step && <PairNotice pair={view.step} />}
			<Figures view={view} />
			<LastChance lastChance={view.catchUps.lastChance} />
			{hasBegun && view.earlySigns && <EarlySigns people={view.earlySigns} />}
			{view.viability && <Viability viability={view.viability} />}
			{hasBegun && <Charts view={view} />}
			<h2 className="govuk-heading-m" id="register-heading">
				{hasBegun ? 'Register so far' : 'Register'}
			</h2>
			{register.length === 0 ? (
				<p className="govuk-body">Nobody has a place in this cohort yet.</p>
			) : (
				<HeatMap id="register" caption={`Register, ${name}`} sessions={sessions} people={register} />
			)}
			<ByHand links={view.byHand} hasPeople={register.length > 0} />
			{register.length > 0 && files && (
				<p className="govuk-body no-print">
					Download the register:{' '}
					<a className="govuk-link" href={files.xlsx} download>
						Excel workbook
					</a>{' '}
					or{' '}
					<a className="govuk-link" href={files.csv} download>
						CSV<span className="govuk-visually-hidden"> file</span>
					</a>
				</p>
			)}
			<People view={view} />
			{hasBegun && view.readsRegisters && <CatchUps lists={view.catchUps.lists} />}
			{(hasBegun || leavers.length > 0) && <Leavers leavers={leavers} />}
			{hasBegun && <Delivered view={view} />}
			{hasBegun && (
				<p className="govuk-body">
					What these figures do not prove: they describe one cohort, and with so few people they cannot show that the
					programme or anybody’s work caused what happened.
				</p>
			)}
		</>
	);
}
