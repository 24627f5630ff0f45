import { announcedWord } from '#shared/rules/campaigns/words.ts';
import type { CampaignRecord } from '../queries.ts';

/* What a secret campaign is called where it is not opened: on the lists of others, in the log, at its findings. */

export const COVER_TITLE = announcedWord(false);

export function isSecret({ announced, released_on: releasedOn }: CampaignRecord): boolean {
  return announced === 0 && releasedOn === null;
}

/** The same of a row of `campaign` in SQL. */
export const isSecretSql = 'campaign.announced = 0 AND campaign.released_on IS NULL';

/** What everybody may read, whoever asks. */
export function publicTitle(campaign: CampaignRecord): string {
  return isSecret(campaign) ? COVER_TITLE : campaign.title;
}

/** The same of a row of `campaign` in SQL. */
export const publicTitleSql = `CASE WHEN ${isSecretSql}
    THEN '${COVER_TITLE}' ELSE campaign.title END`;

/** As those see it who may not know, also where it lies open: neither what it is about nor when it is. */
export function covered(campaign: CampaignRecord): CampaignRecord {
  return { ...campaign, title: COVER_TITLE, kind_name: '', document: '', first_day: '', last_day: '' };
}
