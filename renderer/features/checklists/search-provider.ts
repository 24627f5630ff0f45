import { client } from '#renderer/app/client.ts';
import type { SearchProvider } from '#renderer/app/palette/search-providers.ts';

const LIMIT = 6;

/** Checklists by title, its pinyin initials, or what they are drawn from. */
export const checklistSearch: SearchProvider = {
  name: '检查清单',
  async find(text, signal) {
    if (text.trim() === '') return [];
    const lists = await client.checklists.list({ text }, { signal });
    return lists.slice(0, LIMIT).map(({ uid, title, questions }) => ({
      key: `/checklists/${uid}`,
      title,
      kind: '检查清单',
      note: `${questions} 项`,
      href: `/checklists/${uid}`,
    }));
  },
};
