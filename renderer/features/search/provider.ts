import type { SearchHit } from '#shared/contract/search.ts';
import { client } from '#renderer/app/client.ts';
import type { SearchProvider } from '#renderer/app/palette/search-providers.ts';

const LIMIT = 20;

const kinds: Readonly<Record<SearchHit['kind'], { name: string; path: string }>> = {
  organization: { name: '机构', path: '/organizations' },
  period: { name: '考核期', path: '/assessment' },
  scheme: { name: '考核方案', path: '/schemes' },
  indicator: { name: '指标', path: '/schemes' },
};

/** What the office has stored, found by Chinese text or pinyin initials. */
export const officeSearch: SearchProvider = {
  name: '内容',
  async find(text, signal) {
    const hits = await client.search.find({ text, limit: LIMIT }, { signal });
    return hits.map(({ kind, uid, title, note, pageUid }) => ({
      key: `${kind}/${uid}/${title}`,
      title,
      kind: kinds[kind].name,
      href: `${kinds[kind].path}/${pageUid}${kind === 'indicator' ? `/${uid}` : ''}`,
      ...(note === '' ? {} : { note }),
    }));
  },
};
