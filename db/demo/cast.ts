import type { Role } from '#app/domain/access/actor.ts';
import type { Side } from '#app/domain/programmes/programme.ts';

/** Everybody in the story is invented. One password for all, because it opens nothing but the demonstration. */
export const DEMO_PASSWORD = 'a level and a line';

/** The second factor of those who must have one. The demonstration shows its codes on the page that asks for them. */
export const DEMO_SECOND_FACTOR = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

export type CastMember = {
	readonly key: string;
	readonly name: string;
	readonly roles: readonly Role[];
	readonly areas?: readonly string[];
	readonly sides?: readonly Side[];
};

export const STAFF: readonly CastMember[] = [
	{ key: 'admin', name: 'Jo Whitfield', roles: ['administrator'] },
	{ key: 'ruth', name: 'Ruth Levy', roles: ['lead'] },
	{
		key: 'priya',
		name: 'Priya Raman',
		roles: ['coordinator'],
		areas: ['Northfield', 'Riverside'],
		sides: ['perpetrator'],
	},
	{ key: 'helen', name: 'Helen Byrne', roles: ['coordinator'], areas: ['Eastmoor'], sides: ['survivor'] },
	{ key: 'sam', name: 'Sam Okafor', roles: ['facilitator'] },
	{ key: 'kezia', name: 'Kezia Mensah', roles: ['facilitator'] },
	{ key: 'tom', name: 'Tom Ferris', roles: ['facilitator'] },
	{ key: 'anita', name: 'Anita Sood', roles: ['facilitator'] },
	{ key: 'gwen', name: 'Gwen Pritchard', roles: ['facilitator'] },
	{ key: 'marcus', name: 'Marcus Bell', roles: ['facilitator'] },
	{ key: 'leila', name: 'Leila Haddad', roles: ['facilitator'], sides: ['survivor'] },
	{ key: 'nora', name: 'Nora Quinn', roles: ['facilitator'], sides: ['survivor'] },
];

/** Those who come when the cohorts have run for a while. */
export const NEWCOMERS: readonly CastMember[] = [
	{
		key: 'imani',
		name: 'Imani Clarke',
		roles: ['partner-support'],
		areas: ['Eastmoor', 'Riverside'],
		sides: ['survivor'],
	},
	{ key: 'owen', name: 'Owen Hart', roles: ['observer'], sides: [] },
	{ key: 'beth', name: 'Beth Rowlands', roles: ['read-only'], areas: ['Northfield'], sides: ['perpetrator'] },
];

/** Who comes last. */
export const LATECOMERS: readonly CastMember[] = [{ key: 'ada', name: 'Ada Novak', roles: ['observer'], sides: [] }];

/** The three areas, each with its venue and rooms, and the side to which the venue belongs from Monday to Friday. */
export const AREAS = [
	{ name: 'Northfield', venue: 'Northfield Family Hub', rooms: ['Garden room', 'Room 2'], side: 'perpetrator' },
	{ name: 'Riverside', venue: 'Riverside Community Centre', rooms: ['Main hall', 'Blue room'], side: 'perpetrator' },
	{ name: 'Eastmoor', venue: 'Eastmoor Library', rooms: ['Meeting room'], side: 'survivor' },
] as const;

export const MENS_NAMES =
	`Aaron Adam Adeel Aidan Alan Andrei Ashley Ben Bilal Callum Carl Chidi Connor Craig Damian Daniel Darren Dean Dylan Emeka
	Ethan Farid Gareth Gary Glen Hamza Harvey Ian Idris Imran Jake Jamal Jason Jerome Joel Jordan Karim Keith Kofi Kyle Lee
	Liam Luke Marek Mark Mateusz Max Mehmet Mick Mohammed Nathan Neil Owen Patrick Paul Pawel Pete Rashid Reece Rhys Ricky
	Rob Ross Ryan Scott Sean Shane Simon Stefan Steve Tariq Terry Tunde Vikram Wayne Will Yusuf Zac`.split(/\s+/);

export const WOMENS_NAMES =
	`Abigail Aisha Amy Bethan Carla Chantelle Dawn Ewa Fatima Gemma Hannah Ines Jade Kelly Lauren Maria Natalie Olena Rachel
	Sadia Tanya Zoe`.split(/\s+/);

export const FAMILY_NAMES =
	`Ashworth Atkins Bello Benson Booth Bridges Burke Carrick Carver Chaudhry Clegg Cole Cross Dalton Daly Dhillon Donnelly
	Doyle Dunn Ellis Eze Farrow Fenn Finch Flynn Forde Gough Grady Hale Hanif Hardy Hobbs Hussain Ingram Irving Jarvis Joyce
	Kane Kaur Keane Kirby Kowalski Lamb Lawal Lomas Lowe Mahmood Marsh Mistry Moran Nash Newell Noor Oakes Okoro Osman Page
	Parry Pike Popescu Quirke Radford Rana Reid Rowe Salt Sharma Shaw Slater Stone Swift Tanner Thorne Tully Usman Vaughan
	Vine Walsh Webb Wilkes Yates`.split(/\s+/);
