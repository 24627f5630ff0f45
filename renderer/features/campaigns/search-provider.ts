import { announcedWord } from '#shared/rules/campaigns/words.ts';
import { client } from '#renderer/app/client.ts';
import type { SearchProvider } from '#renderer/app/palette/search-providers.ts';

const LIMIT = 8;

/** Campaigns by title or its pinyin initials; what they see is not searched. */
export const campaignSearch: SearchProvider = {
  name: '专项督查',
  async find(text, signal) {
    if (text.trim() === '') return [];
    const campaigns = await client.campaigns.list({ text }, { signal });
    return campaigns.slice(0, LIMIT).map(({ uid, title, firstDay, lastDay, announced }) => ({
      key: `/campaigns/${uid}`,
      title,
      kind: '专项督查',
      note: `${firstDay} 至 ${lastDay}，${announcedWord(announced)}`,
      href: `/campaigns/${uid}`,
    }));
  },
};
