import { client } from '#renderer/app/client.ts';
import type { SearchProvider } from '#renderer/app/palette/search-providers.ts';
import { hrefOfPlace } from './place.ts';

/** Few: what the office has stored comes first, and the manual has its own search. */
const LIMIT = 4;

export const manualSearch: SearchProvider = {
  name: '使用手册',
  async find(text, signal) {
    const hits = await client.manual.find({ text, limit: LIMIT }, { signal });
    return hits.map(({ chapterId, title, heading, excerpt }) => ({
      key: `manual/${chapterId}/${heading}`,
      title: heading === '' ? title : `${title} › ${heading}`,
      kind: '手册',
      href: hrefOfPlace({ id: chapterId, heading }),
      ...(excerpt === '' ? {} : { note: excerpt }),
    }));
  },
};
