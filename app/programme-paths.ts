import type { AdaptationId, AreaId, ProgrammeVersionId, SessionId } from './domain/shared/ids.ts';
import { asking, type Said, saying } from './said-in-address.ts';

/** Addresses of programmes and of their versions in the provider's own wording. */
export const PROGRAMME_PATHS = {
	programmes: () => '/programmes',
	programme: (programmeId: string) => `/programmes/${programmeId}`,
	/** What waits, what is missing and how it goes over all its cohorts. */
	programmeOverview: (programmeId: string) => `/programmes/${programmeId}/overview`,
	programmeBands: (programmeId: string, said?: Said) => saying(`/programmes/${programmeId}/bands`, said),
	/** Its cohorts beside one another, by what was delivered. */
	programmeFidelity: (programmeId: string) => `/programmes/${programmeId}/fidelity`,
	/** What was changed in its sessions, of this version or of all, and of one plan or activity. */
	programmeAdaptations: (programmeId: string, filter: { version?: string; about?: string } = {}) =>
		asking(`/programmes/${programmeId}/adaptations`, filter),
	programmeAdaptationsFile: (programmeId: string) => `/programmes/${programmeId}/adaptations.csv`,
	/** The same in one session: what its team changed, or is to change. */
	adaptations: (id: SessionId, said?: Said) => saying(`/sessions/${id}/adaptations`, said),
	/** Where who wrote it corrects or withdraws it. */
	adaptation: (id: SessionId, adaptationId: AdaptationId) => `/sessions/${id}/adaptations/${adaptationId}`,
	/** A lead approves or declines what is proposed. */
	adaptationDecision: (id: SessionId) => `/sessions/${id}/adaptations/decision`,
	/** How far two raters of the same sessions agree. */
	programmeRaters: (programmeId: string) => `/programmes/${programmeId}/raters`,
	/** Who stays over the cohorts of a programme, with these filters. */
	programmeRetention: (programmeId: string, filter: { areaId?: AreaId | null; compare?: string | null } = {}) =>
		asking(`/programmes/${programmeId}/retention`, { area: filter.areaId, compare: filter.compare }),
	programmeRetentionFile: (programmeId: string, areaId?: AreaId | null) =>
		asking(`/programmes/${programmeId}/retention.csv`, { area: areaId }),
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
