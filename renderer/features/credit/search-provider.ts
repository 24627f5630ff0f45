import { creditStateNames } from '#shared/rules/credit/state.ts';
import { client } from '#renderer/app/client.ts';
import type { SearchProvider } from '#renderer/app/palette/search-providers.ts';

const LIMIT = 8;

/** Enterprises under credit supervision by name, pinyin initials, code or place. */
export const creditSearch: SearchProvider = {
  name: '信用监管',
  async find(text, signal) {
    if (text.trim() === '') return [];
    const { rows } = await client.credit.list(
      { view: 'all', countyUid: null, text, after: 0, limit: LIMIT },
      { signal },
    );
    return rows.map(({ uid, name, state }) => ({
      key: `/credit/${uid}`,
      title: name,
      kind: '信用监管',
      href: `/credit/${uid}`,
      note: creditStateNames[state],
    }));
  },
};
