import { announcedWord } from '#shared/rules/campaigns/words.ts';
import { client } from '#renderer/app/client.ts';
import type { SearchProvider } from '#renderer/app/palette/search-providers.ts';
import { daysText } from './words.ts';

const LIMIT = 8;

/** Campaigns by title or its pinyin initials, secret ones by what they are called for the user. */
export const campaignSearch: SearchProvider = {
  name: '专项督查',
  async find(text, signal) {
    if (text.trim() === '') return [];
    const campaigns = await client.campaigns.list({ text }, { signal });
    return campaigns.slice(0, LIMIT).map((campaign) => ({
      key: `/campaigns/${campaign.uid}`,
      title: campaign.title,
      kind: '专项督查',
      note: [daysText(campaign), announcedWord(campaign.announced)].filter((word) => word !== '').join('，'),
      href: `/campaigns/${campaign.uid}`,
    }));
  },
};
