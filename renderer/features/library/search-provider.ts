import { levelNames } from '#shared/rules/library/model.ts';
import { client } from '#renderer/app/client.ts';
import type { SearchProvider } from '#renderer/app/palette/search-providers.ts';

const LIMIT = 6;

/** Laws, standards and papers by title, number, pinyin initials or the words of their clauses. */
export const librarySearch: SearchProvider = {
  name: '文件库',
  async find(text, signal) {
    if (text.trim() === '') return [];
    const asked = { text, level: null, view: 'all', after: null, limit: LIMIT } as const;
    const { rows } = await client.library.list(asked, { signal });
    return rows.map(({ uid, title, number, level, hits: [hit] }) => ({
      key: `/library/${uid}`,
      title: hit === undefined || hit.number === '' ? title : `${title} ${hit.number}`,
      kind: levelNames[level],
      ...(number === '' ? {} : { note: number }),
      href:
        hit === undefined || hit.clauseUid === null ? `/library/${uid}` : `/library/${uid}/${hit.clauseUid}`,
    }));
  },
};
