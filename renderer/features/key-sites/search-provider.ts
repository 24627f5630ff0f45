import { client } from '#renderer/app/client.ts';
import type { SearchProvider } from '#renderer/app/palette/search-providers.ts';

const LIMIT = 8;

/** Key sites by name, address, person or place, also by pinyin initials. */
export const keySiteSearch: SearchProvider = {
  name: '重点单位',
  async find(text, signal) {
    if (text.trim() === '') return [];
    const filter = { view: 'all', placeUid: null, tradeUid: null, kindUid: null, text } as const;
    const { rows } = await client.keySites.list({ filter, after: null, limit: LIMIT }, { signal });
    return rows.map(({ uid, name, countyName, townshipName }) => ({
      key: `/key-sites/${uid}`,
      title: name,
      kind: '重点单位',
      href: `/key-sites/${uid}`,
      note: `${countyName} ${townshipName}`.trim(),
    }));
  },
};
