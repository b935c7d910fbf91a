/**
 * Typing up registers by keyboard: a letter that is complete goes to the next person, arrows and Enter go from cell to
 * cell, and a block that is pasted from a spreadsheet fills the cells. Everything can also be done without it, by Tab;
 * moving on by itself can be switched off (WCAG 2.1.4). What is typed is kept nowhere but on the page.
 */
const SWITCH = 'plumbline-move-on';
const form = /** @type {HTMLFormElement | null} */ (document.getElementById('type-up'));
const keysSwitch = /** @type {HTMLInputElement | null} */ (form?.querySelector('[data-keys] input'));
const cells = /** @type {HTMLInputElement[]} */ ([...(form?.querySelectorAll('[data-at]') ?? [])]);
const places = new Map(cells.map((cell) => [cell.dataset.at, cell]));
const atFirst = new Map(cells.map((cell) => [cell, cell.defaultValue]));
const save = /** @type {HTMLButtonElement | null} */ (form?.querySelector('.save-bar button'));
const rows = 1 + Math.max(-1, ...cells.map((cell) => placeOf(cell)[0]));
const columns = 1 + Math.max(-1, ...cells.map((cell) => placeOf(cell)[1]));
let isLeaving = false;

/** @returns {[number, number]} */
function placeOf(/** @type {HTMLElement} */ cell) {
	const [row = 0, column = 0] = (cell.dataset.at ?? '').split(':').map(Number);
	return [row, column];
}

/** The next cell in this direction that takes a mark; null at the edge. */
function nextOf(/** @type {HTMLElement} */ cell, /** @type {number} */ down, /** @type {number} */ right) {
	let [row, column] = placeOf(cell);
	do {
		row += down;
		column += right;
		const found = places.get(`${row}:${column}`);
		if (found) return found;
	} while (row >= 0 && row < rows && column >= 0 && column < columns);
	return null;
}

/** Down the session, then the top of the next one: as sheets of paper lie in a pile. */
function goOn(/** @type {HTMLElement} */ cell) {
	const [row, column] = placeOf(cell);
	const order = cells
		.map((one) => ({ one, at: placeOf(one) }))
		.sort((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0])
		.find(({ at }) => at[1] > column || (at[1] === column && at[0] > row));
	(order?.one ?? save)?.focus();
}

function showCount() {
	const status = document.getElementById('type-up-status');
	const changed = cells.filter((cell) => cell.value !== atFirst.get(cell)).length;
	const words = changed === 0 ? '' : `${changed} not saved yet`;
	if (status && status.textContent !== words) status.textContent = words;
	return changed;
}

const ARROWS = /** @type {Record<string, [number, number]>} */ ({
	ArrowUp: [-1, 0],
	ArrowDown: [1, 0],
	ArrowLeft: [0, -1],
	ArrowRight: [0, 1],
});

function pressKey(/** @type {KeyboardEvent} */ event) {
	const cell = /** @type {HTMLInputElement} */ (event.target);
	if (!cell.dataset.at || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
	if (event.key === 'Enter') {
		event.preventDefault();
		goOn(cell);
		return;
	}
	const arrow = ARROWS[event.key];
	if (!arrow || event.shiftKey || !keysSwitch?.checked) return;
	event.preventDefault();
	nextOf(cell, ...arrow)?.focus();
}

/** A letter that takes no minutes is complete. */
function typed(/** @type {Event} */ event) {
	const cell = /** @type {HTMLInputElement} */ (event.target);
	showCount();
	if (!cell.dataset.at || !(event instanceof InputEvent) || event.inputType !== 'insertText') return;
	if (/^[pleans]/.test(cell.value)) cell.value = cell.value.charAt(0).toUpperCase() + cell.value.slice(1);
	if (keysSwitch?.checked && /^[PANS]$/.test(cell.value)) goOn(cell);
}

/** A column or a block from a spreadsheet, from this cell on; a cell that takes no mark is passed over. */
function paste(/** @type {ClipboardEvent} */ event) {
	const cell = /** @type {HTMLInputElement} */ (event.target);
	const text = event.clipboardData?.getData('text/plain') ?? '';
	if (!cell.dataset.at || !/[\t\n]/.test(text)) return;
	event.preventDefault();
	const [top, left] = placeOf(cell);
	const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
	for (const [down, line] of lines.entries()) {
		for (const [right, value] of line.split('\t').entries()) {
			const place = places.get(`${top + down}:${left + right}`);
			// An empty cell of the sheet says nothing of what is on the page.
			if (place && value.trim() !== '') place.value = value.trim();
		}
	}
	showCount();
}

if (form && keysSwitch) {
	form.addEventListener('keydown', pressKey);
	form.addEventListener('input', typed);
	form.addEventListener('paste', paste);
	form.addEventListener('focusin', ({ target }) => {
		if (target instanceof HTMLInputElement && target.dataset.at) target.select();
	});
	form.addEventListener('submit', () => {
		isLeaving = true;
	});
	keysSwitch.checked = localStorage.getItem(SWITCH) !== 'off';
	keysSwitch.addEventListener('change', () => localStorage.setItem(SWITCH, keysSwitch.checked ? 'on' : 'off'));
	form.querySelector('[data-keys]')?.removeAttribute('hidden');
}
document.addEventListener('plumbline:leaving', () => {
	isLeaving = true;
});
window.addEventListener('pageshow', () => {
	isLeaving = false;
	showCount();
});
window.addEventListener('beforeunload', (event) => {
	if (!isLeaving && showCount() > 0) event.preventDefault();
});
