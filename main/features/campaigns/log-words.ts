import type { CampaignRecord } from './queries.ts';
import { COVER_TITLE, isSecret, publicTitle } from './secrecy/cover.ts';

/* What the program's log says of a campaign: of a secret one that it is one, and a number, never a name or a reason. */

export function logWords(campaign: CampaignRecord, words: string, secretWords = ''): string {
  const shown = isSecret(campaign) ? secretWords : words;
  const title = publicTitle(campaign);
  return shown === '' ? title : `${title}，${shown}`;
}

/** What a file made of a campaign is called after: the log keeps its name, and others see it in the export folder. */
export function fileTitle(campaign: CampaignRecord, words = campaign.title): string {
  return isSecret(campaign) ? COVER_TITLE : words;
}

/** Names of targets, and how many. */
export function targetWords(campaign: CampaignRecord, names: readonly string[]): string {
  const [first, second] = names;
  if (isSecret(campaign) || first === undefined) return `${names.length} 个对象`;
  const shown = second === undefined ? `“${first}”` : `“${first}”“${second}”`;
  return names.length > 2 ? `${shown}等 ${names.length} 个对象` : shown;
}
