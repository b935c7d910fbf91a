/** Guidance is plain paragraphs: a sign of Markdown would be shown as it stands. Whether a line of it has one. */
export function looksMarkedUp(text: string): boolean {
	return text.split('\n').some((line) => /^(#|[-*+>] |```|\d+\. )|\*\*|\]\(/.test(line));
}

/** The paragraphs of a text: parted by empty lines, each on one line. None for an empty text. */
export function paragraphsOf(text: string): readonly string[] {
	return text
		.trim()
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.replaceAll(/\s*\n\s*/g, ' ').trim())
		.filter((paragraph) => paragraph !== '');
}
