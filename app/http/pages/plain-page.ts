/** A whole page for answers that are given before any page of the app is reached. The words are ours, never the sender's. */
export function plainPage(title: string, sentence: string): string {
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} - Plumbline</title></head><body><main><h1>${title}</h1><p>${sentence}</p><p><a href="/">Go to the home page</a></p></main></body></html>`;
}
