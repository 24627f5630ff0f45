import { expect, it } from 'vitest';
import { coverageOf } from '#shared/rules/campaigns/coverage.ts';
import { shareText } from '#shared/rules/campaigns/words.ts';

it('counts by county and kind what of the ledger is on the list and visited, and all targets of the county', () => {
  const coverage = coverageOf({
    countyUids: ['east', 'west'],
    kindUids: ['key', 'crowded'],
    sites: [
      { uid: 'hotel', countyUid: 'east', kindUids: ['key', 'crowded'] },
      { uid: 'mall', countyUid: 'east', kindUids: ['crowded'] },
      { uid: 'plant', countyUid: 'west', kindUids: ['key'] },
    ],
    targets: [
      { siteUid: 'hotel', countyUid: 'east', visited: true },
      { siteUid: null, countyUid: 'east', visited: false },
      // Off the ledger since it was listed: neither of the whole nor of the part.
      { siteUid: 'closed', countyUid: 'west', visited: true },
    ],
  });
  expect(coverage.rows).toEqual([
    {
      countyUid: 'east',
      kinds: [
        { sites: 1, listed: 1, visited: 1 },
        { sites: 2, listed: 1, visited: 1 },
      ],
      targets: 2,
      visited: 1,
    },
    {
      countyUid: 'west',
      kinds: [
        { sites: 1, listed: 0, visited: 0 },
        { sites: 0, listed: 0, visited: 0 },
      ],
      targets: 1,
      visited: 1,
    },
  ]);
  expect(coverage.total).toEqual({
    kinds: [
      { sites: 2, listed: 1, visited: 1 },
      { sites: 2, listed: 1, visited: 1 },
    ],
    targets: 3,
    visited: 2,
  });
});

it('claims neither all nor none where it is not so', () => {
  expect([shareText(12, 30), shareText(999, 1000), shareText(1, 1000)]).toEqual(['40%', '>99%', '<1%']);
  expect([shareText(3, 3), shareText(0, 3), shareText(0, 0)]).toEqual(['100%', '0%', '—']);
});
