import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrganizationNode } from '#shared/contract/organizations.ts';
import type { OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import { changedFields } from '#renderer/features/organizations/model/changed-fields.ts';
import { dropTarget } from '#renderer/features/organizations/model/drop.ts';
import { markNames, namesOfMarks } from '#renderer/features/organizations/model/mark-names.ts';
import { neighbourMove } from '#renderer/features/organizations/model/neighbour-move.ts';
import { findInTree, indexTree } from '#renderer/features/organizations/model/tree-index.ts';

const node = (
  uid: string,
  level: OrganizationLevel,
  parentUid: string | null,
  initials = '',
): OrganizationNode => ({
  uid,
  level,
  name: uid,
  shortName: uid,
  parentUid,
  order: 1,
  marks: [],
  code: null,
  initials,
  villagesAvailable: false,
});
const nodes = [
  node('江州市', 'city', null, 'jzs'),
  node('城东区', 'county', '江州市', 'cdq'),
  node('城西区', 'county', '江州市', 'cxq'),
  node('中山街道', 'township', '城东区', 'zsjd'),
  node('柳林镇', 'township', '城东区', 'llz'),
  node('公安局', 'memberUnit', '江州市', 'gaj'),
];
const index = indexTree(nodes);
const at = (uid: string) => index.byUid.get(uid)!;

describe('finding in the tree', () => {
  test.each([
    ['ll', ['江州市', '城东区', '柳林镇'], 1],
    ['城', ['江州市', '城东区', '城西区'], 2],
    [' ZSJ ', ['江州市', '城东区', '中山街道'], 1],
    ['没有', [], 0],
  ] as const)('“%s” shows the matches with everything above them', (text, shown, count) => {
    const found = findInTree(index, nodes, text);
    expect([...found.shown].toSorted()).toEqual([...shown].toSorted());
    expect(found.count).toBe(count);
  });

  test('the path leaves the city out', () => {
    expect(index.pathOf('柳林镇').map(({ uid }) => uid)).toEqual(['城东区', '柳林镇']);
  });
});

describe('dragging', () => {
  test('before, behind or onto a row says below whom and behind which sibling', () => {
    expect(dropTarget(index, at('柳林镇'), at('中山街道'), 'before')).toEqual({
      parentUid: '城东区',
      after: null,
    });
    expect(dropTarget(index, at('中山街道'), at('柳林镇'), 'behind')).toEqual({
      parentUid: '城东区',
      after: '柳林镇',
    });
    expect(dropTarget(index, at('柳林镇'), at('城西区'), 'on')).toEqual({ parentUid: '城西区', after: null });
  });

  test('beside one of another level means into it', () => {
    expect(dropTarget(index, at('柳林镇'), at('城西区'), 'behind')).toEqual({
      parentUid: '城西区',
      after: null,
    });
  });

  test('is refused where the level may not stand', () => {
    expect(dropTarget(index, at('柳林镇'), at('公安局'), 'on')).toBeNull();
    expect(dropTarget(index, at('城西区'), at('中山街道'), 'behind')).toBeNull();
  });
});

describe('moving chosen rows by one', () => {
  const rows = ['a', 'b', 'c', 'd', 'e'].map((uid) => ({ uid }));
  const moved = (chosen: readonly string[], direction: -1 | 1): string[] | null => {
    const target = neighbourMove(rows, chosen, direction);
    if (target === null) return null;
    const rest = rows.map(({ uid }) => uid).filter((uid) => !chosen.includes(uid));
    const taken = rows.map(({ uid }) => uid).filter((uid) => chosen.includes(uid));
    const place = target.after === null ? 0 : rest.indexOf(target.after) + 1;
    return rest.toSpliced(place, 0, ...taken);
  };

  test('moves them together, up and down', () => {
    expect(moved(['b'], -1)?.join('')).toBe('bacde');
    expect(moved(['b', 'c'], 1)?.join('')).toBe('adbce');
    expect(moved(['c', 'e'], -1)?.join('')).toBe('acebd');
    expect(moved(['a'], -1)).toBeNull();
    expect(moved(['e'], 1)).toBeNull();
  });

  test('one row up and down again is where it was', () => {
    fc.assert(
      fc.property(fc.constantFrom('b', 'c', 'd'), (uid) => {
        const up = moved([uid], -1)!;
        expect(up.indexOf(uid)).toBe(rows.findIndex((row) => row.uid === uid) - 1);
      }),
    );
  });
});

test('only fields that differ are sent, and the order of marks does not count', () => {
  const before = { name: '城东县', shortName: '城东', marks: ['a', 'b'] };
  expect(changedFields(before, { name: ' 城东区 ', shortName: '城东', marks: ['b', 'a'] })).toEqual({
    base: { name: '城东县' },
    set: { name: '城东区' },
  });
  expect(changedFields(before, { marks: ['a'] }).set).toEqual({ marks: ['a'] });
});

test('a mark is shown by its name, and not at all while the names are on the way', () => {
  const township = { marks: ['developmentZone', 'own-1'] };
  const marks = [
    { mark: 'developmentZone', name: '开发区' },
    { mark: 'own-1', name: '旅游镇' },
  ];
  expect(namesOfMarks(township, markNames(marks))).toEqual(['开发区', '旅游镇']);
  expect(namesOfMarks(township, markNames([]))).toEqual([]);
});
