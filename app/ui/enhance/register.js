/**
 * The register by keyboard, with live counts. Everything here can also be done without it: the page is a plain form.
 * Letters act only while a mark of the register has the focus, and can be switched off (WCAG 2.1.4).
 */
const SWITCH = 'plumbline-letter-keys';

const form = /** @type {HTMLFormElement} */ (document.getElementById('register'));
const rows = /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll('fieldset')]);
const status = document.getElementById('register-status');
const keys = form.querySelector('[data-keys]');
const keysSwitch = /** @type {HTMLInputElement} */ (keys?.querySelector('input'));
const save = /** @type {HTMLButtonElement} */ (form.querySelector('.save-bar button'));
const marks = (/** @type {Element} */ row) =>
	/** @type {HTMLInputElement[]} */ ([...row.querySelectorAll('[type=radio]')]);
const isMarked = (/** @type {Element} */ row) => marks(row).some((mark) => mark.checked && mark.value !== 'none');

/** What each row said when the page came, so that “not saved yet” is true. */
const answerOf = (/** @type {Element} */ row) =>
	[...row.querySelectorAll('input, select')]
		.filter((field) => !(field instanceof HTMLInputElement && field.type === 'radio' && !field.checked))
		.map((field) => /** @type {HTMLInputElement} */ (field).value)
		.join('\n');
const atFirst = new Map(rows.map((row) => [row, answerOf(row)]));
const unsaved = () => rows.filter((row) => answerOf(row) !== atFirst.get(row));

/** What stood at the right of each row when the page came. */
const statuses = new Map(rows.map((row) => [row, [...(row.querySelector('.register-row__status')?.childNodes ?? [])]]));

function showCount() {
	const changed = unsaved();
	for (const row of rows) {
		const own = changed.includes(row) ? ['Not saved yet'] : (statuses.get(row) ?? []);
		row.querySelector('.register-row__status')?.replaceChildren(...own);
	}
	const waiting = changed.length;
	const parts = [`${rows.filter(isMarked).length} of ${rows.length} marked`];
	if (waiting > 0) parts.push(`${waiting} not saved yet`);
	if (status?.textContent) status.textContent = parts.join(' · ');
}

/** @param {Element | undefined} row */
function goTo(row) {
	const own = row ? marks(row) : [];
	(own.find((mark) => mark.checked) ?? own[0] ?? save).focus();
}

/** The next thing to fill in of the row, or the next row. @param {HTMLFieldSetElement} row @param {Element} [from] */
function goOn(row, from) {
	const fields = /** @type {HTMLElement[]} */ ([...row.querySelectorAll('.govuk-input, .govuk-select')]);
	const open = fields.filter((field) => field.checkVisibility() && !field.id.startsWith('note-'));
	const next = open.slice(from ? open.indexOf(/** @type {HTMLElement} */ (from)) + 1 : 0);
	const empty = next.find((field) => /** @type {HTMLInputElement} */ (field).value === '');
	if (empty) empty.focus();
	else goTo(rows[rows.indexOf(row) + 1]);
}

/** @param {HTMLInputElement} mark */
function choose(mark) {
	mark.checked = true;
	mark.dispatchEvent(new Event('change', { bubbles: true }));
}

function setRestAttended() {
	for (const row of rows.filter((one) => !isMarked(one))) {
		const attended = marks(row).find((mark) => mark.dataset.letter === 'P' && !mark.disabled);
		if (attended) choose(attended);
	}
	save.focus();
}

/** @param {HTMLFieldSetElement} row @param {string} letter */
function pressLetter(row, letter) {
	if (letter === 'R' && form.querySelector('[data-letter=P]')) return setRestAttended();
	const mark = marks(row).find((one) => one.dataset.letter === letter && !one.disabled);
	if (!mark) return;
	choose(mark);
	goOn(row);
}

form.addEventListener('keydown', (event) => {
	const target = /** @type {HTMLElement} */ (event.target);
	const row = target.closest('fieldset');
	if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
	if (event.key === 'Enter') {
		event.preventDefault();
		goOn(row, target);
	} else if (target.matches('[type=radio]') && keysSwitch.checked && /^[a-z]$/i.test(event.key)) {
		// Or the letter would land in the list of reasons that opens and has the focus next.
		event.preventDefault();
		pressLetter(row, event.key.toUpperCase());
	}
});

form.addEventListener('input', showCount);
form.addEventListener('change', showCount);

let isSaving = false;
form.addEventListener('submit', () => {
	isSaving = true;
});
window.addEventListener('beforeunload', (event) => {
	if (!isSaving && unsaved().length > 0) event.preventDefault();
});
// Coming back to the page by the browser's Back button: it may be left with unsaved marks again.
window.addEventListener('pageshow', () => {
	isSaving = false;
	showCount();
});

keysSwitch.checked = localStorage.getItem(SWITCH) !== 'off';
keysSwitch.addEventListener('change', () => localStorage.setItem(SWITCH, keysSwitch.checked ? 'on' : 'off'));
keys?.removeAttribute('hidden');

// The links that say “Take the register” lead straight to the first row that is still open. The browser goes to the
// fragment of the address once the page has loaded, and takes the focus from whatever had it: only then is it our turn.
if (location.hash === '#register') {
	window.addEventListener('load', () =>
		requestAnimationFrame(() => goTo(rows.find((row) => !isMarked(row)) ?? rows[0])),
	);
}
