import { client } from '#renderer/app/client.ts';
import type { SearchProvider } from '#renderer/app/palette/search-providers.ts';

const LIMIT = 10;

/** People of the rosters, by name, unit, phone or pinyin initials. */
export const peopleSearch: SearchProvider = {
  name: '人员',
  async find(text, signal) {
    const people = await client.rosters.findPeople({ text, limit: LIMIT }, { signal });
    return people.flatMap(({ uid, name, unit, post, positions }) => {
      const [first] = positions;
      if (first === undefined) return [];
      return [
        {
          key: `person/${uid}`,
          title: name,
          kind: '人员',
          note: `${unit}${post} · ${first.positionName}`,
          href: `/rosters/${first.committeeUid}/${uid}`,
        },
      ];
    });
  },
};
