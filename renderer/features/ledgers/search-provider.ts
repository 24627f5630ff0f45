import { ledgerOf } from '#shared/rules/ledgers/definitions/index.ts';
import { client } from '#renderer/app/client.ts';
import type { SearchProvider } from '#renderer/app/palette/search-providers.ts';

const OF_EACH = 5;

/** Rows of every ledger by title, also by pinyin initials, or by what else is searched in them. */
export const ledgerSearch: SearchProvider = {
  name: '台账',
  async find(text, signal) {
    if (text.trim() === '') return [];
    const found = await client.ledgers.find({ text, limit: OF_EACH }, { signal });
    return found.map(({ ledger, uid, title, place }) => {
      const { name, path } = ledgerOf(ledger);
      return { key: `${path}/${uid}`, title, kind: name, href: `${path}/${uid}`, note: place };
    });
  },
};
