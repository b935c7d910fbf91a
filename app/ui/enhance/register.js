/**
 * The register by keyboard, with live counts. Everything here can also be done without it: the page is a plain form.
 * Letters act only while a mark of the register has the focus, and can be switched off (WCAG 2.1.4). After each change it
 * tells `plumbline:marks` to whoever keeps what is not saved yet (bad-line.js), and starts again when the form is another.
 */
const SWITCH = 'plumbline-letter-keys';
/** What the count says of the line; `data-line` of the form. @type {Record<string, string>} */
const LINE = {
	down: 'no connection, nothing is lost',
	back: 'the connection is back, save now',
	busy: 'saving',
	fault: 'the server could not save it, nothing is lost: try again',
	refused: 'not saved: you may not save this register now. Note what you marked, then load the page again',
};

/** @typedef {ReturnType<typeof readForm>} Register */

/** The parts of the form on the page, and what each row said when the page came, so that “not saved yet” is true. */
function readForm(/** @type {HTMLFormElement} */ form) {
	const rows = /** @type {HTMLFieldSetElement[]} */ ([...form.querySelectorAll('fieldset')]);
	const statusOf = (/** @type {Element} */ row) => [...(row.querySelector('.register-row__status')?.childNodes ?? [])];
	return {
		form,
		rows,
		save: /** @type {HTMLButtonElement} */ (form.querySelector('.save-bar button')),
		keysSwitch: /** @type {HTMLInputElement} */ (form.querySelector('[data-keys] input')),
		atFirst: new Map(rows.map((row) => [row, answerOf(row)])),
		statuses: new Map(rows.map((row) => [row, statusOf(row)])),
	};
}

const marks = (/** @type {Element} */ row) =>
	/** @type {HTMLInputElement[]} */ ([...row.querySelectorAll('[type=radio]')]);
const isMarked = (/** @type {Element} */ row) => marks(row).some((mark) => mark.checked && mark.value !== 'none');
const answerOf = (/** @type {Element} */ row) =>
	[...row.querySelectorAll('input, select')]
		.filter((field) => !(field.matches('[type=radio], [type=checkbox]') && !field.matches(':checked')))
		.map((field) => /** @type {HTMLInputElement} */ (field).value)
		.join('\n');

/** A row that was sent back with what was typed is not saved either. */
const unsavedOf = (/** @type {Register} */ { rows, atFirst }) =>
	rows.filter((row) => 'unsaved' in row.dataset || answerOf(row) !== atFirst.get(row));

function showCount(/** @type {Register} */ register) {
	const { form, rows, statuses } = register;
	const changed = unsavedOf(register);
	for (const row of rows) {
		const own = changed.includes(row) ? ['Not saved yet'] : (statuses.get(row) ?? []);
		row.querySelector('.register-row__status')?.replaceChildren(...own);
	}
	const waiting = changed.length > 0 && `${changed.length} not saved yet`;
	const parts = [`${rows.filter(isMarked).length} of ${rows.length} marked`, waiting, LINE[form.dataset.line ?? '']];
	const status = form.querySelector('#register-status');
	const words = parts.filter(Boolean).join(' · ');
	if (status && (status.textContent || changed.length > 0) && status.textContent !== words) status.textContent = words;
	form.dispatchEvent(new CustomEvent('plumbline:marks', { detail: changed, bubbles: true }));
}

function goTo(/** @type {Register} */ { save }, /** @type {Element | undefined} */ row) {
	const own = row ? marks(row) : [];
	(own.find((mark) => mark.checked) ?? own[0] ?? save).focus();
}

/**
 * The next thing to fill in of the row, or the next row.
 * @param {Register} register @param {HTMLFieldSetElement} row @param {Element} [from]
 */
function goOn(register, row, from) {
	const fields = /** @type {HTMLElement[]} */ ([...row.querySelectorAll('.govuk-input, .govuk-select')]);
	const open = fields.filter((field) => field.checkVisibility() && !field.id.startsWith('note-'));
	const next = open.slice(from ? open.indexOf(/** @type {HTMLElement} */ (from)) + 1 : 0);
	const empty = next.find((field) => /** @type {HTMLInputElement} */ (field).value === '');
	if (empty) empty.focus();
	else goTo(register, register.rows[register.rows.indexOf(row) + 1]);
}

function choose(/** @type {HTMLInputElement} */ mark) {
	mark.checked = true;
	mark.dispatchEvent(new Event('change', { bubbles: true }));
}

function setRestAttended(/** @type {Register} */ { rows, save }) {
	for (const row of rows.filter((one) => !isMarked(one))) {
		const attended = marks(row).find((mark) => mark.dataset.letter === 'P' && !mark.disabled);
		if (attended) choose(attended);
	}
	save.focus();
}

/** @param {Register} register @param {HTMLFieldSetElement} row @param {string} letter */
function pressLetter(register, row, letter) {
	if (letter === 'R' && register.form.querySelector('[data-letter=P]')) return setRestAttended(register);
	const mark = marks(row).find((one) => one.dataset.letter === letter && !one.disabled);
	if (!mark) return;
	choose(mark);
	goOn(register, row);
}

function pressKey(/** @type {Register} */ register, /** @type {KeyboardEvent} */ event) {
	const target = /** @type {HTMLElement} */ (event.target);
	const row = target.closest('fieldset');
	if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
	if (event.key === 'Enter') {
		event.preventDefault();
		goOn(register, row, target);
	} else if (target.matches('[type=radio]') && register.keysSwitch.checked && /^[a-z]$/i.test(event.key)) {
		// Or the letter would land in the list of reasons that opens and has the focus next.
		event.preventDefault();
		pressLetter(register, row, event.key.toUpperCase());
	}
}

/** @type {Register | null} */
let current = null;
let isLeaving = false;

function start() {
	const form = document.getElementById('register');
	current = form instanceof HTMLFormElement ? readForm(form) : null;
	isLeaving = false;
	const register = current;
	if (!register) return;
	const { keysSwitch } = register;
	for (const kind of ['input', 'change', 'plumbline:line']) form?.addEventListener(kind, () => showCount(register));
	form?.addEventListener('keydown', (event) => pressKey(register, event));
	keysSwitch.checked = localStorage.getItem(SWITCH) !== 'off';
	keysSwitch.addEventListener('change', () => localStorage.setItem(SWITCH, keysSwitch.checked ? 'on' : 'off'));
	form?.querySelector('[data-keys]')?.removeAttribute('hidden');
}

start();
document.addEventListener('plumbline:swapped', () => {
	start();
	if (current) showCount(current);
});
document.addEventListener('plumbline:leaving', () => {
	isLeaving = true;
});
window.addEventListener('beforeunload', (event) => {
	if (!isLeaving && current && unsavedOf(current).length > 0) event.preventDefault();
});
// Coming back to the page by the browser's Back button: it may be left with unsaved marks again.
window.addEventListener('pageshow', () => {
	isLeaving = false;
	if (current) showCount(current);
});

// The links that say “Take the register” lead straight to the first row that is still open. The browser goes to the
// fragment of the address once the page has loaded, and takes the focus from whatever had it: only then is it our turn.
if (location.hash === '#register') {
	window.addEventListener('load', () =>
		requestAnimationFrame(() => {
			if (current) goTo(current, current.rows.find((row) => !isMarked(row)) ?? current.rows[0]);
		}),
	);
}
