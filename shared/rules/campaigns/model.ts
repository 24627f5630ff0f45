export const campaignStatuses = ['draft', 'underWay', 'closed'] as const;
export type CampaignStatus = (typeof campaignStatuses)[number];

/** Swept one by one with all of its kind, drawn, or added by hand. */
export const targetOrigins = ['swept', 'drawn', 'added'] as const;
export type TargetOrigin = (typeof targetOrigins)[number];

/** A township; a site of the ledger; something else by its name, looked at in a township that is drawn. */
export const samplingSubjects = ['township', 'site', 'other'] as const;
export type SamplingSubject = (typeof samplingSubjects)[number];

/** A drawing is looked at before it is taken. */
export const drawingStatuses = ['proposed', 'taken', 'discarded'] as const;
export type DrawingStatus = (typeof drawingStatuses)[number];

export const campaignEventKinds = [
  'started',
  'closed',
  'reopened',
  'drawn',
  'drawingTaken',
  'drawingDiscarded',
  'targetsAdded',
  'targetsRemoved',
  'sealed',
  'released',
] as const;
export type CampaignEventKind = (typeof campaignEventKinds)[number];

/**
 * What a user may see of a campaign. public: it is announced or was released; known: he is one of those who may know;
 * locked: once he has given his password; lost: he may know, but his password no longer opens it; unknown: only that
 * it is there.
 */
export type SecrecyAccess = 'public' | 'known' | 'locked' | 'lost' | 'unknown';

/** What a visit may take. */
export const LEAST_MINUTES = 5;
export const MOST_MINUTES = 960;
