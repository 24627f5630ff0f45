import { client } from '#renderer/app/client.ts';
import type { SearchProvider, SearchResult } from '#renderer/app/palette/search-providers.ts';

const LIMIT = 8;

/** Papers and received papers by title, number, addressee or pinyin initials. */
export const paperSearch: SearchProvider = {
  name: '公文',
  async find(text, signal) {
    if (text.trim() === '') return [];
    const asked = { year: null, text, after: null, limit: LIMIT };
    const [issued, received] = await Promise.all([
      client.papers.list({ ...asked, view: 'all', kind: null }, { signal }),
      client.receivedPapers.list({ ...asked, view: 'all' }, { signal }),
    ]);
    return [
      ...issued.rows.map(({ uid, title, number, kindName }) =>
        resultOf(`/papers/${uid}`, title, kindName, number),
      ),
      ...received.rows.map(({ uid, title, sender }) =>
        resultOf(`/received-papers/${uid}`, title, '收文', sender),
      ),
    ];
  },
};

function resultOf(href: string, title: string, kind: string, note: string): SearchResult {
  return { key: href, title: title || '（还没有标题）', kind, href, ...(note === '' ? {} : { note }) };
}
