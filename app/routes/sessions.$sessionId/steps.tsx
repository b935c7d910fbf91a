import { paths } from '#app/paths.ts';
import { Tag } from '#app/ui/components/tag.tsx';
import type { Task } from '#app/ui/components/task-list.tsx';
import { formatCount } from '#app/ui/format.ts';
import type { SessionView } from './session-view.ts';

/** One step of the evening; null where there is none of it for the reader, or none of a session that did not go ahead. */
type Step = (view: SessionView) => Task | null;

/** The steps in the order in which they are done: a further one is a further name in this list. */
const STEPS: readonly Step[] = [
	prepareStep,
	observeStep,
	registerStep,
	takingPartStep,
	concernsStep,
	logStep,
	adaptationsStep,
	debriefStep,
	followUpsStep,
];

/** The evening as one list of tasks, each saying in words what is left of it. */
export function stepsOf(view: SessionView): readonly Task[] {
	return STEPS.flatMap((step) => step(view) ?? []);
}

function prepareStep({ sessionId, mayTakeRegister, count, activities, minutes, cancelledWhy }: SessionView): Task {
	const apologies = count.byMark['absent-notified'];
	const expected = `${formatCount('person', count.expected - apologies)} expected, ${apologies === 0 ? 'no apologies' : formatCount('apology', apologies)}`;
	return {
		title: mayTakeRegister ? 'Prepare' : 'Session plan',
		href: mayTakeRegister ? paths.preparation(sessionId) : paths.sessionPlan(sessionId),
		hint:
			mayTakeRegister && cancelledWhy === null
				? `${expected}. What to know, plan and materials`
				: 'Read or print the session plan',
		status: `${formatCount('activity', activities)}, ${formatCount('minute', minutes)}`,
	};
}

function observeStep({ observing: { form } }: SessionView): Task | null {
	if (!form) return null;
	const { href, state, isOpen } = form;
	const hint = state === 'draft' ? 'Only you see your draft' : 'Score what you see, item by item';
	const status = state === null ? <Tag colour="blue">{isOpen ? 'Not scored' : 'To read'}</Tag> : STATES[state];
	return { title: 'Observe the session', href, hint, status };
}

const STATES = {
	draft: <Tag colour="yellow">Draft</Tag>,
	submitted: 'Submitted',
	released: 'Released',
	corrected: 'Corrected',
};

function registerStep({ record, count, sessionId, mayTakeRegister }: SessionView): Task | null {
	if (record.register === 'not-held') return null;
	const expected = `${formatCount('person', count.expected)} expected`;
	const apologies = count.byMark['absent-notified'];
	const left = `${formatCount('person', count.notRecorded)} not yet recorded`;
	const states: Readonly<Record<typeof record.register, Omit<Task, 'title' | 'href'>>> = {
		'in-advance': {
			hint: mayTakeRegister ? `${expected}. Until it starts you can record apologies only` : expected,
			status: apologies > 0 ? formatCount('apology', apologies) : 'No apologies',
		},
		none: { hint: 'Nobody is expected', status: 'Nothing to record' },
		open: { hint: left, status: <Tag colour="blue">Not recorded</Tag> },
		started: { hint: left, status: <Tag colour="yellow">{`${count.notRecorded} left`}</Tag> },
		done: {
			hint: `${count.attended} of ${count.expected} attended, ${missedInWords(count.missed, apologies)}`,
			status: 'Recorded',
		},
	};
	const href = mayTakeRegister ? `${paths.register(sessionId)}#register` : undefined;
	return { title: mayTakeRegister ? 'Take the register' : 'Register', href, ...states[record.register] };
}

/** Apologies stand apart: they are missed, and excused from what follows. */
function missedInWords(missed: number, apologies: number): string {
	return apologies > 0 ? `${missed} missed, ${apologies} of them with an apology` : `${missed} missed`;
}

function takingPartStep({ takingPart, mayTakeRegister }: SessionView): Task | null {
	if (!takingPart) return null;
	const title = 'How people took part';
	const { href, attended, missing } = takingPart;
	if (attended === 0) {
		return { title, hint: 'Asked of those who attended, once the register says who did', status: 'Nobody yet' };
	}
	if (missing === 0)
		return { title, href, hint: `${formatCount('person', attended)} who attended`, status: 'Recorded' };
	const hint = `${missing} of ${formatCount('person', attended)} who attended not yet recorded`;
	return { title, href, hint, status: mayTakeRegister ? <Tag colour="blue">{`${missing} left`}</Tag> : '' };
}

function concernsStep({ concerns }: SessionView): Task | null {
	if (!concerns) return null;
	const { href, many, toDescribe } = concerns;
	const title = 'Concerns';
	if (many === 0) return { title, href, hint: 'Tick a name in the register to raise one', status: 'None raised' };
	const hint = toDescribe > 0 ? 'Say what it was: the leads know only that there is something' : 'The leads know of it';
	const raised = formatCount('concern', many);
	const status = toDescribe > 0 ? <Tag colour="blue">{`${toDescribe} to describe`}</Tag> : raised;
	return { title, href, hint, status };
}

function logStep({ record, logs, teamSize, sessionId, delivers, writesLog, readsLog }: SessionView): Task | null {
	if (record.log === 'not-held' || (!writesLog && !readsLog)) return null;
	const title = writesLog ? 'Log what was delivered' : 'Delivery log';
	if (record.log === 'not-yet') {
		return { title, hint: 'Opens when the session starts', status: 'Cannot start yet', cannotStartYet: true };
	}
	const many = outOf('log', logs.saved, teamSize);
	const hint = delivers && writesLog && !logs.own && logs.saved > 0 ? `${many}. Yours is not written yet` : many;
	const status = logs.saved > 0 ? 'Logged' : <Tag colour="blue">Not logged</Tag>;
	return { title, href: paths.deliveryLog(sessionId), hint, status };
}

/** What is changed of the plan: proposed before the session, or said once it was changed in the room. */
function adaptationsStep({ adaptations, cancelledWhy }: SessionView): Task | null {
	if (!adaptations || cancelledWhy !== null) return null;
	const { href, mayWrite, hasBegun } = adaptations;
	if (!mayWrite) return { title: 'What is changed', href, hint: 'What the team proposed or changed', status: '' };
	return hasBegun
		? { title: 'Say what was changed', href, hint: 'Whatever was delivered otherwise than planned', status: '' }
		: { title: 'Propose a change', href, hint: 'A lead decides on it before the session', status: '' };
}

function debriefStep({ debrief, teamSize, sessionId, delivers, cancelledWhy }: SessionView): Task | null {
	if (!debrief || cancelledWhy !== null) return null;
	const title = 'Debrief';
	if (!debrief.isOpen)
		return { title, hint: 'Opens when the session starts', status: 'Cannot start yet', cannotStartYet: true };
	const { readsNotes, notes, own, actions, supervision } = debrief;
	const parts = [
		readsNotes && outOf('note', notes, teamSize),
		delivers && !own && notes > 0 && 'yours is not written yet',
		actions > 0 && `${formatCount('action', actions)} open`,
		supervision === 'asked' && 'asked to bring to supervision',
	];
	const isDone = !readsNotes || notes > 0;
	return {
		title,
		href: paths.debrief(sessionId),
		hint: parts.filter(Boolean).join(', ') || 'No action is agreed yet',
		status: isDone ? readsNotes ? 'Written' : '' : <Tag colour="blue">Not written</Tag>,
	};
}

function followUpsStep({ followUps, sessionId, record, cancelledWhy, catchUpsNeeded }: SessionView): Task | null {
	if (!followUps || (cancelledWhy !== null && followUps.all === 0)) return null;
	const { calls, others, firstDue, isOverdue } = followUps;
	const title = 'Follow-ups';
	if (record.register === 'in-advance' && followUps.all === 0)
		return { title, hint: 'Open once the register is saved', status: 'Cannot start yet', cannotStartYet: true };
	const parts = [
		calls > 0 && `${formatCount('call', calls)} to make`,
		others > 0 && formatCount(calls > 0 ? 'other task' : 'task', others),
		firstDue && `first due ${firstDue}`,
		catchUpsNeeded > 0 && `${formatCount('catch-up', catchUpsNeeded)} to book`,
	];
	const open = calls + others + catchUpsNeeded;
	const tag = isOverdue ? <Tag colour="red">Overdue</Tag> : <Tag colour="blue">{`${open} to do`}</Tag>;
	return {
		title,
		href: paths.followUps(sessionId),
		hint: parts.filter(Boolean).join(', ') || 'Nothing is left to do',
		status: open > 0 ? tag : 'None open',
	};
}

/** `1 log of 2`: what is written, out of one for each of the team; without the team’s number where there are more. */
function outOf(noun: string, many: number, team: number): string {
	const written = many === 0 ? `No ${noun}` : formatCount(noun, many);
	return many < team ? `${written} of ${team}` : written;
}
