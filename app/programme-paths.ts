import type { ProgrammeVersionId } from './domain/shared/ids.ts';
import { asking, type Said, saying } from './said-in-address.ts';

/** Addresses of programmes and of their versions in the provider's own wording. */
export const PROGRAMME_PATHS = {
	programmes: () => '/programmes',
	programme: (programmeId: string) => `/programmes/${programmeId}`,
	programmePlan: (programmeId: string, planNumber: number) => `/programmes/${programmeId}/plans/${planNumber}`,
	programmeVersions: (programmeId: string, said?: Said) => saying(`/programmes/${programmeId}/versions`, said),
	programmeVersion: (programmeId: string, id: ProgrammeVersionId, said?: Said) =>
		saying(`/programmes/${programmeId}/versions/${id}`, said),
	versionPlan: (programmeId: string, id: ProgrammeVersionId, planNumber: number, said?: Said) =>
		saying(`/programmes/${programmeId}/versions/${id}/plans/${planNumber}`, said),
	/** Beside the version that it began with, or beside another one. */
	versionComparison: (programmeId: string, id: ProgrammeVersionId, besideId?: string) =>
		asking(`/programmes/${programmeId}/versions/${id}/comparison`, { beside: besideId }),
	versionPublication: (programmeId: string, id: ProgrammeVersionId) =>
		`/programmes/${programmeId}/versions/${id}/publication`,
	versionRemoval: (programmeId: string, id: ProgrammeVersionId) => `/programmes/${programmeId}/versions/${id}/removal`,
} as const;
