/** Who may import whom (docs/architecture.md). Each rule's comment says what to do instead. */

/** A layer may import only what is listed; everything else is a violation. */
const layer = (name, from, allowed, comment) => ({
	name,
	comment,
	severity: 'error',
	from: { path: from },
	to: { pathNot: allowed },
});

const CONTEXT_TYPES = '^app/(context|config)\\.ts$';
const libraries = (...names) => names.map((name) => `^node_modules/(@types/)?${name}(/|$)`);

export default {
	forbidden: [
		layer(
			'domain-is-pure',
			'^app/domain/',
			['^app/domain/', ...libraries('luxon')],
			'A rule takes values and returns values. Read the value in a query, the clock or the environment outside, and pass it in.',
		),
		layer(
			'database-knows-the-domain-only',
			'^db/(?!demo/)',
			['^db/', '^app/domain/', ...libraries('drizzle-orm', 'better-sqlite3'), '^(node:)?(url|path|fs|crypto)$'],
			'Queries turn rows into domain types and stores write them. A decision belongs in app/domain, a transaction in app/use-cases. node:crypto is there for the chain of audit entries: each is hashed as it is stored (decision 0011).',
		),
		layer(
			'content-is-read-and-checked',
			'^app/content/',
			['^app/content/', '^app/domain/', ...libraries('yaml', 'zod'), '^(node:)?(fs|path|url)$'],
			'The loader parses files and lets app/domain judge them.',
		),
		layer(
			'delivery-decides-nothing',
			'^app/delivery/',
			[
				'^app/delivery/',
				'^app/domain/',
				CONTEXT_TYPES,
				...libraries(
					'nodemailer',
					'notifications-node-client',
					'axios',
					'postal-mime',
					'imapflow',
					'ical-generator',
					'ical.js',
					'csv-parse',
					'csv-stringify',
					'fast-xml-parser',
					'write-excel-file',
					'yauzl',
					'luxon',
				),
				'^(node:)?(fs|path|url|crypto|stream|zlib|buffer|os|fs/promises|stream/promises|util)$',
			],
			'It turns a prepared thing into bytes, or bytes into rows. Prepare and judge in a use case.',
		),
		layer(
			'use-cases-own-the-transaction',
			'^app/use-cases/',
			// Flushed: a message is handed over once it is on the disk that it is (decision 0010).
			['^app/use-cases/', '^app/domain/', '^db/(queries|stores|client\\.ts|flushed\\.ts)', CONTEXT_TYPES],
			'A use case loads, asks the domain, stores. It knows no framework; what it needs from outside comes in the context.',
		),
		layer(
			'http-is-what-routes-share',
			'^app/http/',
			[
				'^app/http/',
				'^app/domain/',
				'^app/use-cases/(staff|account|kept-forms|audit)/',
				// No answer leaves before what was written for it is on the disk (decision 0010).
				'^db/flushed\\.ts$',
				'^app/paths\\.ts$',
				'^app/ui/form-state\\.ts$',
				CONTEXT_TYPES,
				...libraries(
					'@remix-run',
					'express',
					'express-serve-static-core',
					'compression',
					'helmet',
					'react',
					'zod',
					'pino',
					'rate-limiter-flexible',
				),
				// fs: which files there are to be served, looked at once.
				'^(node:)?(url|path|crypto|stream|http|fs)$',
			],
			'Who is signed in, reading a form, answering an outcome. A rule belongs in app/domain, a page in its route.',
		),
		layer(
			'ui-is-presentation',
			'^app/ui/',
			[
				'^app/ui/',
				'^app/domain/',
				'^app/paths\\.ts$',
				...libraries('react', 'react-dom', 'd3-scale', 'd3-shape', 'govuk-frontend'),
				'\\.(scss|css|js)$',
			],
			'A component shows what it is given. Read and compute before it, and pass the result.',
		),
		layer(
			'routes-translate',
			'^app/routes/',
			[
				'^app/routes/',
				'^app/use-cases/',
				'^db/queries/',
				'^app/http/',
				'^app/ui/',
				'^app/domain/',
				'^app/delivery/',
				'^app/paths\\.ts$',
				CONTEXT_TYPES,
				...libraries('@remix-run', 'react', 'zod'),
			],
			'A route reads with a query, acts with a use case and shows with app/ui. It never writes to the database itself.',
		),
		layer(
			'command-line-runs-use-cases',
			'^app/cli/',
			[
				'^app/cli/',
				'^app/use-cases/',
				'^app/domain/',
				'^app/delivery/',
				'^app/content/',
				'^app/jobs/',
				'^db/demo/',
				CONTEXT_TYPES,
				'^(node:)?(fs|path|util|url|crypto)$',
			],
			'A command reads its words, runs the use case of the page, and prints.',
		),
		layer(
			'sign-in-proves-who',
			'^app/sign-in/',
			['^app/sign-in/', '^app/domain/', ...libraries('@node-rs', 'otpauth', 'openid-client', 'qr'), '^(node:)?crypto$'],
			'It proves who somebody is. What they may do is the policy of app/domain/access.',
		),
		layer(
			'jobs-start-use-cases',
			'^app/jobs/',
			[
				'^app/jobs/',
				'^app/use-cases/',
				'^app/delivery/',
				'^app/domain/',
				CONTEXT_TYPES,
				...libraries('croner', 'pino'),
			],
			'A job is a use case that the clock starts.',
		),
		{
			name: 'nobody-imports-a-route',
			comment: 'What two routes share belongs in app/ui, app/http or app/domain.',
			severity: 'error',
			from: { pathNot: '^app/routes/' },
			to: { path: '^app/routes/' },
		},
		{
			name: 'remix-stays-at-the-edge',
			comment:
				'Remix 2 has reached its end of life: only routes, root, entry, http and server may know it (decision 0001).',
			severity: 'error',
			from: {
				path: '^(app|db)/',
				pathNot: '^app/(routes/|routes\\.ts|root\\.tsx|entry\\.|http/|server\\.ts|dev-server\\.ts)',
			},
			to: { path: '^node_modules/@remix-run/' },
		},
		{
			name: 'only-stores-write',
			comment: 'Call a use case: it owns the transaction.',
			severity: 'error',
			from: { path: '^app/', pathNot: '^app/use-cases/' },
			to: { path: '^db/stores/' },
		},
		{
			name: 'plain-modules-import-no-jsx',
			comment: 'Node loads plain modules by itself and cannot read JSX.',
			severity: 'error',
			from: { path: '\\.ts$', pathNot: '^tests' },
			to: { path: '\\.tsx$' },
		},
		{
			name: 'nothing-imports-tests',
			comment: 'Move what both need into app or db.',
			severity: 'error',
			from: { path: '^(app|db)/' },
			to: { path: '^tests/' },
		},
		{
			name: 'no-cycles',
			comment: 'Move what both need into a third file.',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
		{
			name: 'everything-resolves',
			comment: 'Mend the path.',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true },
		},
	],
	options: {
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '\\?url$' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default', 'types'],
		},
	},
};
