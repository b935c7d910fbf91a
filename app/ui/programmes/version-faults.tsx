import type { VersionFault } from '#app/domain/programmes/versions/publish-version.ts';
import { keyed } from '#app/ui/keyed.ts';

type VersionFaultsProps = {
	readonly faults: readonly VersionFault[];
	readonly hrefOf: (planNumber: number) => string;
};

/** What keeps a draft from being published, each with the way to the session plan in which to mend it; nothing for none. */
export function VersionFaults({ faults, hrefOf }: VersionFaultsProps) {
	if (faults.length === 0) return null;
	return (
		<section className="today-section">
			<h2 className="govuk-heading-m">Before it can be published</h2>
			<ul className="govuk-list govuk-list--bullet">
				{keyed(faults).map(({ key, item: { planNumber, sentence } }) => (
					<li key={key}>
						{planNumber !== null && (
							<>
								<a className="govuk-link" href={hrefOf(planNumber)}>
									Session {planNumber}
								</a>
								:{' '}
							</>
						)}
						{sentence}
					</li>
				))}
			</ul>
		</section>
	);
}
