import { client } from '#renderer/app/client.ts';
import type { SearchProvider } from '#renderer/app/palette/search-providers.ts';

const LIMIT = 8;

/** Implementation plans by title, its pinyin initials, or document number. */
export const planSearch: SearchProvider = {
  name: '实施方案',
  async find(text, signal) {
    if (text.trim() === '') return [];
    const plans = await client.plans.list({ text }, { signal });
    return plans.slice(0, LIMIT).map(({ uid, title, documentNumber, issuedOn }) => ({
      key: `/plans/${uid}`,
      title,
      kind: '实施方案',
      note: documentNumber === '' ? issuedOn : documentNumber,
      href: `/plans/${uid}`,
    }));
  },
};
