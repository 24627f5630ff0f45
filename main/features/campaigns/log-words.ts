import type { CampaignRecord } from './queries.ts';
import { isSecret } from './secrecy/access.ts';

/* What the program's log says of a campaign: of a secret one its title and a number, never a name or a reason. */

export function logWords(campaign: CampaignRecord, words: string, secretWords = ''): string {
  const shown = isSecret(campaign) ? secretWords : words;
  return shown === '' ? campaign.title : `${campaign.title}，${shown}`;
}

/** Names of targets, and how many. */
export function targetWords(campaign: CampaignRecord, names: readonly string[]): string {
  const [first, second] = names;
  if (isSecret(campaign) || first === undefined) return `${names.length} 个对象`;
  const shown = second === undefined ? `“${first}”` : `“${first}”“${second}”`;
  return names.length > 2 ? `${shown}等 ${names.length} 个对象` : shown;
}
