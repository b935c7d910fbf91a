import { Details } from '#app/ui/components/details.tsx';

export type AuthenticatorProps = {
	readonly enrolment: {
		readonly grouped: string;
		readonly link: string;
		readonly qr: { readonly size: number; readonly path: string };
	};
};

/** How to bring the secret into an authenticator app: scan it, open it on this phone, or type it. */
export function Authenticator({ enrolment: { grouped, link, qr } }: AuthenticatorProps) {
	return (
		<ol className="govuk-list govuk-list--number">
			<li>
				Install an authenticator app on your phone, if you have none: Microsoft Authenticator, Google Authenticator and
				many password managers do it.
			</li>
			<li>
				Scan this picture with the app.
				<svg
					className="qr-code"
					viewBox={`0 0 ${qr.size} ${qr.size}`}
					role="img"
					aria-label="QR code for your authenticator app"
					shapeRendering="crispEdges"
				>
					<rect width={qr.size} height={qr.size} fill="#fff" />
					<path d={qr.path} fill="#000" />
				</svg>
				<Details summary="I cannot scan it">
					<p className="govuk-body">
						On the phone itself,{' '}
						<a className="govuk-link" href={link}>
							open your authenticator app
						</a>
						. Or choose “enter a key” in the app and type:
					</p>
					<p className="one-time-secret">{grouped}</p>
				</Details>
			</li>
			<li>Enter the six figures that the app shows now.</li>
		</ol>
	);
}
