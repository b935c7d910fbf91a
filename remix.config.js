/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
	appDirectory: 'app',
	serverModuleFormat: 'esm',
	future: {
		v3_fetcherPersist: true,
		v3_relativeSplatPath: true,
		v3_throwAbortReason: true,
		v3_singleFetch: false,
		v3_lazyRouteDiscovery: false,
		v3_routeConfig: true,
	},
};
