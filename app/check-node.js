/**
 * Stops with a sentence on a Node that cannot run TypeScript, before any .ts file is imported: the messages that such a
 * Node prints by itself help nobody, and the database driver would crash it without a word.
 * @param {string} command what to run instead
 */
export function checkNode(command) {
	const major = Number(process.versions.node.split('.')[0]);
	if (major >= 24) return;
	console.error(
		`Plumbline needs Node 24 or later; this is Node ${process.versions.node}. Run “${command}” instead: it uses the Node 24 that “npm ci” installed beside the other packages.`,
	);
	process.exit(3);
}
