import { severityNames } from '#shared/rules/findings/model.ts';
import { client } from '#renderer/app/client.ts';
import type { SearchProvider } from '#renderer/app/palette/search-providers.ts';
import { everyFinding } from './words.ts';

const LIMIT = 8;

/** Findings by place, words or campaign, also by pinyin initials of the place; the latest first. */
export const findingSearch: SearchProvider = {
  name: '问题隐患',
  async find(text, signal) {
    if (text.trim() === '') return [];
    const asked = { filter: { ...everyFinding, view: 'all', text }, sort: 'found', after: null } as const;
    const { rows } = await client.findings.list({ ...asked, limit: LIMIT }, { signal });
    return rows.map(({ uid, place, spot, what, severity, countyName }) => ({
      key: `/findings/${uid}`,
      title: `${place}${spot}：${what}`,
      kind: severityNames[severity],
      href: `/findings/${uid}`,
      note: countyName,
    }));
  },
};
