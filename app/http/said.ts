/** The sentence for the word in a page's address that says what has just changed; null for none and for unknown words. */
export function said(request: Request, sentences: Readonly<Record<string, string>>): string | null {
	const word = new URL(request.url).searchParams.get('said') ?? '';
	return Object.hasOwn(sentences, word) ? (sentences[word] ?? null) : null;
}
