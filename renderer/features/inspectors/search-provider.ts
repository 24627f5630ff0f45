import { client } from '#renderer/app/client.ts';
import type { SearchProvider } from '#renderer/app/palette/search-providers.ts';
import { everybody } from './words.ts';

const LIMIT = 6;

/** People of the pool of inspectors, by name, unit or phone, also by pinyin initials. */
export const inspectorSearch: SearchProvider = {
  name: '督查人员',
  async find(text, signal) {
    if (text.trim() === '') return [];
    const { rows } = await client.inspectors.list({ ...everybody, view: 'all', text }, { signal });
    return rows.slice(0, LIMIT).map(({ uid, name, unitName, post }) => ({
      key: `/inspectors/${uid}`,
      title: name,
      kind: '督查人员',
      href: `/inspectors/${uid}`,
      note: `${unitName}${post}`,
    }));
  },
};
