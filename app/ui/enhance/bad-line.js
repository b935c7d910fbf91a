/**
 * The register on a bad line. A save is sent while the page stays: when it does not arrive, nothing that was typed is lost,
 * and it is saved when the person presses Save again. A tab that dies leaves its marks behind in this browser for twelve
 * hours: random words for rows, and marks; no name, id, reason, note or concern (docs/security.md). Without this the form is plain.
 */
const KEPT = 'plumbline-marks ';
const KEPT_HOURS = 12;
/** A line that has said nothing for so long is down, in milliseconds. */
const PATIENCE = 30_000;
const LOOK_AGAIN = 5_000;

const theForm = () => /** @type {HTMLFormElement | null} */ (document.getElementById('register'));
const keyOf = (/** @type {HTMLFormElement} */ form) => `${KEPT}${form.dataset.keep}`;
const chosenIn = (/** @type {Element} */ row) =>
	/** @type {HTMLInputElement | null} */ (row.querySelector('[type=radio]:checked'))?.value;

/** What `data-line` of the form says: `down`, `back`, `busy`, `fault`, `refused`, or nothing. The count tells it to the person. */
function setLine(/** @type {string} */ state) {
	const form = theForm();
	if (!form || (form.dataset.line ?? '') === state) return;
	form.dataset.line = state;
	form.dispatchEvent(new Event('plumbline:line'));
}

let looksAgain = 0;

/** Asks for a page that is small until it comes; then the person is told, and nothing is sent without them. */
async function waitForLine() {
	clearTimeout(looksAgain);
	const answer = await fetch('/healthcheck', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) }).catch(
		() => null,
	);
	if (theForm()?.dataset.line !== 'down') return;
	if (answer?.ok) setLine('back');
	else looksAgain = setTimeout(waitForLine, LOOK_AGAIN);
}

function lineIsDown() {
	setLine('down');
	clearTimeout(looksAgain);
	looksAgain = setTimeout(waitForLine, LOOK_AGAIN);
}

/** Shows the answer in place of the page that was sent, as the browser itself would have. */
function showAnswer(/** @type {string} */ html, /** @type {string} */ url) {
	const answer = new DOMParser().parseFromString(html, 'text/html');
	const main = answer.querySelector('main') ?? answer.body;
	document.querySelector('main')?.replaceChildren(...main.childNodes);
	document.title = answer.title;
	history.replaceState(null, '', url);
	scrollTo(0, 0);
	document.dispatchEvent(new Event('plumbline:swapped'));
}

/** What each row says now, by the word for the row. */
const fieldsOf = (/** @type {Element} */ row) =>
	/** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...row.querySelectorAll('input, select')]);
const isChoice = (/** @type {Element} */ field) => field.matches('[type=radio], [type=checkbox]');
const says = (/** @type {Element} */ row) =>
	fieldsOf(row)
		.flatMap((field) => (isChoice(field) && !field.matches(':checked') ? [] : field.value))
		.join('\n');

/** The rows that were changed while a save was on its way: they go on into the page that comes. */
function changedSince(/** @type {Map<string | undefined, string>} */ sent) {
	const rows = [...(theForm()?.querySelectorAll('fieldset') ?? [])];
	return rows.filter((row) => sent.get(row.dataset.keep) !== says(row));
}

/** @param {HTMLFieldSetElement[]} changed */
function goOnWith(changed) {
	const form = theForm();
	for (const row of changed) {
		const own = form?.querySelector(`fieldset[data-keep="${CSS.escape(row.dataset.keep ?? '')}"]`);
		if (!own) continue;
		const nameOf = (/** @type {HTMLInputElement | HTMLSelectElement} */ field) =>
			`${field.name} ${isChoice(field) ? field.value : ''}`;
		const typed = new Map(fieldsOf(row).map((field) => [nameOf(field), field]));
		for (const field of fieldsOf(own)) {
			const same = typed.get(nameOf(field));
			// What the answer holds fast, such as a concern that is saved by now, stays as it says.
			if (!same || field.type === 'hidden' || field.disabled) continue;
			if (isChoice(field)) Object.assign(field, { checked: /** @type {HTMLInputElement} */ (same).checked });
			else field.value = same.value;
		}
	}
	if (changed.length > 0) form?.dispatchEvent(new Event('change'));
}

let isSending = false;

async function send(/** @type {SubmitEvent} */ event) {
	event.preventDefault();
	if (isSending) return;
	isSending = true;
	const form = /** @type {HTMLFormElement} */ (event.target);
	const fields = /** @type {[string, string][]} */ ([...new FormData(form, event.submitter)]);
	const sent = new Map([...form.querySelectorAll('fieldset')].map((row) => [row.dataset.keep, says(row)]));
	setLine('busy');
	try {
		const signal = AbortSignal.timeout(PATIENCE);
		const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(fields), signal });
		const html = await answer.text();
		// A server that is being started again, or something between us and it, has not saved anything.
		if ([502, 503, 504].includes(answer.status)) return lineIsDown();
		if (answer.status >= 500) return setLine('fault');
		// A page without the form would take what was typed with it.
		if (answer.status >= 400 && !html.includes('id="register"')) return setLine('refused');
		if (new URL(answer.url).pathname === new URL(form.action).pathname) {
			const changed = changedSince(sent);
			showAnswer(html, answer.url);
			return goOnWith(changed);
		}
		// The sign-in ran out: the server has kept what was typed, and says so there.
		document.dispatchEvent(new Event('plumbline:leaving'));
		location.assign(answer.url);
	} catch {
		// Not sent, or nobody knows: sending the same again writes nothing twice.
		lineIsDown();
	} finally {
		isSending = false;
	}
}

/** Keeps the marks of the rows that are not saved yet, and nothing once all are. */
function keep(/** @type {CustomEvent<HTMLFieldSetElement[]>} */ { detail, target }) {
	const form = /** @type {HTMLFormElement} */ (target);
	const kept = detail.map((row) => [row.dataset.keep, chosenIn(row)]).filter(([, mark]) => mark !== undefined);
	if (kept.length === 0) localStorage.removeItem(keyOf(form));
	else localStorage.setItem(keyOf(form), JSON.stringify({ until: Date.now() + KEPT_HOURS * 3_600_000, marks: kept }));
}

/** @returns {{ until: number, marks: [string, string][] } | null} Null for what is none of ours, or is broken. */
function readKept(/** @type {string} */ key) {
	try {
		const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
		return Number.isFinite(kept?.until) && Array.isArray(kept.marks) ? kept : null;
	} catch {
		return null;
	}
}

/** Puts marks back into the rows that are still open; a row that says something else by now keeps what is saved. */
function putBack(/** @type {HTMLFormElement} */ form) {
	const kept = readKept(keyOf(form));
	if (!kept || Date.now() > kept.until) return;
	const rows = new Map([...form.querySelectorAll('fieldset')].map((row) => [row.dataset.keep, row]));
	let [back, otherwise] = [0, 0];
	for (const [key, mark] of kept.marks) {
		const row = rows.get(key);
		const stands = row && chosenIn(row);
		if (!row || stands === mark) continue;
		const choice = [.../** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll('[type=radio]'))].find(
			({ value, disabled }) => value === mark && !disabled,
		);
		if (!choice || (stands !== undefined && stands !== 'none')) otherwise += 1;
		else {
			choice.checked = true;
			back += 1;
		}
	}
	if (back > 0) form.dispatchEvent(new Event('change'));
	tell(form, back, otherwise);
}

function tell(/** @type {HTMLFormElement} */ form, /** @type {number} */ back, /** @type {number} */ otherwise) {
	const marks = (/** @type {number} */ count) => (count === 1 ? '1 mark' : `${count} marks`);
	const words = [
		back > 0 &&
			`${marks(back)} that had not been saved ${back === 1 ? 'is' : 'are'} back. Check, choose reasons again, and save.`,
		otherwise > 0 &&
			`${marks(otherwise)} had not been saved and cannot be put back: look whether what stands is right.`,
	];
	const told = words.filter(Boolean).join(' ');
	if (!told) return;
	const note = document.createElement('p');
	note.className = 'govuk-inset-text';
	note.setAttribute('role', 'status');
	note.textContent = told;
	form.before(note);
}

const form = theForm();
if (form) putBack(form);
document.addEventListener('plumbline:marks', (event) => keep(/** @type {CustomEvent} */ (event)));
document.addEventListener('submit', (event) => {
	if (event.target === theForm()) send(event);
});
window.addEventListener('offline', lineIsDown);
window.addEventListener('online', waitForLine);
if (!navigator.onLine) lineIsDown();
