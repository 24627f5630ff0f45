import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arranged,
  isPlaceFor,
  lifted,
  nodeMoves,
  outlineOf,
  placeAfterMove,
  placeOf,
  type TreeNode,
} from '#shared/rules/plans/tree.ts';
import { treeOf } from '#tests/support/builders/plan-tree.ts';

function linesOf(nodes: readonly TreeNode[]): string[] {
  return outlineOf(nodes).map(({ node, level }) => `${' '.repeat(level)}${node.uid}`);
}

function applied(nodes: readonly TreeNode[], changes: readonly TreeNode[]): TreeNode[] {
  const changed = new Map(changes.map((node) => [node.uid, node]));
  const known = nodes.map((node) => changed.get(node.uid) ?? node);
  return [...known, ...changes.filter(({ uid }) => !nodes.some((node) => node.uid === uid))];
}

function moved(lines: readonly string[], uid: string, move: (typeof nodeMoves)[number]): string[] | null {
  const nodes = treeOf(lines);
  const place = placeAfterMove(nodes, uid, move);
  return place === null ? null : linesOf(applied(nodes, arranged(nodes, uid, place)));
}

describe('moves in the tree of a plan', () => {
  const lines = ['a', ' b', ' c', '  d', 'e'];

  it('go up and down among what stands beside, with everything below', () => {
    expect(moved(lines, 'c', 'up')).toEqual(['a', ' c', '  d', ' b', 'e']);
    expect(moved(lines, 'a', 'down')).toEqual(['e', 'a', ' b', ' c', '  d']);
    expect(moved(lines, 'b', 'up')).toBeNull();
    expect(moved(lines, 'e', 'down')).toBeNull();
  });

  it('go in below what stands before, as its last', () => {
    expect(moved(lines, 'e', 'indent')).toEqual(['a', ' b', ' c', '  d', ' e']);
    expect(moved(lines, 'b', 'indent')).toBeNull();
  });

  it('go out behind what they stood below', () => {
    expect(moved(lines, 'b', 'outdent')).toEqual(['a', ' c', '  d', 'b', 'e']);
    expect(moved(lines, 'a', 'outdent')).toBeNull();
  });

  it('lead neither below what is moved nor behind what does not stand there', () => {
    const nodes = treeOf(lines);
    const placesOfA = [
      ['d', null],
      ['a', null],
      [null, 'a'],
      [null, 'd'],
      ['gone', null],
      [null, 'e'],
      ['e', null],
    ] as const;
    expect(placesOfA.map(([parentUid, afterUid]) => isPlaceFor(nodes, 'a', { parentUid, afterUid }))).toEqual(
      [false, false, false, false, false, true, true],
    );
  });

  it('come to the end where the one to follow has gone', () => {
    const nodes = treeOf(lines);
    const changes = arranged(nodes, 'new', { parentUid: 'a', afterUid: 'gone' });
    expect(linesOf(applied(nodes, changes))).toEqual(['a', ' b', ' c', '  d', ' new', 'e']);
  });

  it('let what stood below take the place of what goes', () => {
    const nodes = treeOf(lines);
    const left = applied(nodes, lifted(nodes, 'c')).filter(({ uid }) => uid !== 'c');
    expect(linesOf(left)).toEqual(['a', ' b', ' d', 'e']);
  });
});

const someLines = fc
  .array(fc.nat(4), { minLength: 1, maxLength: 14 })
  .map((levels) => levels.map((level, index) => `${' '.repeat(level)}n${index}`));
const someMoves = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...nodeMoves)), { maxLength: 30 });

describe('whatever is moved', () => {
  it('every node is reached exactly once', () => {
    fc.assert(
      fc.property(someLines, someMoves, (lines, moves) => {
        let nodes = treeOf(lines);
        const all = nodes.map(({ uid }) => uid).toSorted();
        for (const [which, move] of moves) {
          const { uid } = nodes[which % nodes.length]!;
          const place = placeAfterMove(nodes, uid, move);
          if (place === null) continue;
          nodes = applied(nodes, arranged(nodes, uid, place));
          expect(placeOf(nodes, uid)).toEqual(place);
          expect(
            outlineOf(nodes)
              .map(({ node }) => node.uid)
              .toSorted(),
          ).toEqual(all);
        }
      }),
    );
  });

  it('what goes takes nothing with it and leaves the order of the others', () => {
    fc.assert(
      fc.property(someLines, fc.nat(), (lines, which) => {
        const nodes = treeOf(lines);
        const { uid } = nodes[which % nodes.length]!;
        const left = applied(nodes, lifted(nodes, uid)).filter((node) => node.uid !== uid);
        const order = (tree: readonly TreeNode[]) => outlineOf(tree).map(({ node }) => node.uid);
        expect(order(left)).toEqual(order(nodes).filter((each) => each !== uid));
      }),
    );
  });

  it('down takes up back', () => {
    fc.assert(
      fc.property(someLines, fc.nat(), (lines, which) => {
        const nodes = treeOf(lines);
        const { uid } = nodes[which % nodes.length]!;
        const up = placeAfterMove(nodes, uid, 'up');
        if (up === null) return;
        const after = applied(nodes, arranged(nodes, uid, up));
        const down = placeAfterMove(after, uid, 'down')!;
        expect(linesOf(applied(after, arranged(after, uid, down)))).toEqual(linesOf(nodes));
      }),
    );
  });
});
