/** Starts the design system's own behaviour on its components; every page works without it. */
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported');

const script = document.querySelector('script[data-govuk]');
const govuk = script instanceof HTMLScriptElement ? await import(/* @vite-ignore */ script.dataset.govuk ?? '') : null;

function start(/** @type {HTMLElement} */ scope) {
	govuk?.initAll({ scope });
	for (const button of scope.querySelectorAll('[data-print]')) {
		button.removeAttribute('hidden');
		button.addEventListener('click', () => window.print());
	}
}

start(document.body);
// A register that was saved on a bad line has another form now (bad-line.js).
document.addEventListener('plumbline:swapped', () => {
	const main = document.querySelector('main');
	if (main) start(main);
});

/** What a script of ours has kept; nothing for what is broken, which goes. */
function parsed(/** @type {string | null} */ text) {
	try {
		return Object(JSON.parse(text ?? '{}'));
	} catch {
		return {};
	}
}

/** Marks that a register keeps because they are not saved, until nobody wants them any more (bad-line.js). */
function keptMarks() {
	const keys = Object.keys(localStorage).filter((key) => key.startsWith('plumbline-marks '));
	return keys.flatMap((key) => {
		const { until = 0, marks = [] } = parsed(localStorage.getItem(key));
		if (Date.now() < until && Array.isArray(marks)) return [{ key, count: marks.length }];
		localStorage.removeItem(key);
		return [];
	});
}

keptMarks();
document.querySelector('.plumbline-signed-in')?.addEventListener('submit', (event) => {
	const kept = keptMarks();
	const count = kept.reduce((sum, one) => sum + one.count, 0);
	const marks = count === 1 ? '1 mark of a register is' : `${count} marks of registers are`;
	if (count > 0 && !confirm(`${marks} not saved yet. Sign out and lose ${count === 1 ? 'it' : 'them'}?`)) {
		event.preventDefault();
		return;
	}
	for (const { key } of kept) localStorage.removeItem(key);
	document.dispatchEvent(new Event('plumbline:leaving'));
});
