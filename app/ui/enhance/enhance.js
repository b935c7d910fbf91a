/** Starts the design system's own behaviour on its components; every page works without it. */
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported');

const script = document.querySelector('script[data-govuk]');
if (script instanceof HTMLScriptElement) {
	const { initAll } = await import(/* @vite-ignore */ script.dataset.govuk ?? '');
	initAll();
}

for (const button of document.querySelectorAll('[data-print]')) {
	button.removeAttribute('hidden');
	button.addEventListener('click', () => window.print());
}
