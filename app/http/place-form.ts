import { z } from 'zod';
import { NATIONS } from '#app/domain/scheduling/meeting-pattern.ts';
import { oneOfCodes, requiredText, shownVersion } from './form-fields.ts';
import type { RefusalSentences } from './refusal.ts';

/** The forms by which areas, venues and rooms are added and changed: a name, and for an area its nation. */
export const newAreaForm = z.object({
	name: requiredText('Enter the name of the area', 60),
	nation: oneOfCodes(NATIONS, 'Choose the nation whose bank holidays count here'),
});
export const areaForm = newAreaForm.extend({ version: shownVersion() });
export const newVenueForm = z.object({ name: requiredText('Enter the name of the venue', 60) });
export const venueForm = newVenueForm.extend({ version: shownVersion() });
export const newRoomForm = z.object({ name: requiredText('Enter the name of the room', 60) });
export const roomForm = newRoomForm.extend({ version: shownVersion() });

/** The sentence for a name that another place of the kind has. */
export function nameInUse(kind: 'area' | 'venue' | 'room', where?: string): RefusalSentences {
	return {
		'name-in-use': ({ name }) => ({
			field: 'name',
			sentence: `There is ${kind === 'area' ? 'an' : 'a'} ${kind} called “${name}”${where ? ` ${where}` : ''} already. Enter another name`,
		}),
	};
}

/** What stands now, for somebody whose page was opened before a colleague changed it. */
export function staleName(name: string, more = ''): string {
	return `Somebody changed this while you had it open. It now says: ${name}${more}. What you entered is below. Save again to put it in its place`;
}
