import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlaceFor } from '#shared/rules/plans/tree.ts';
import { dropOf } from '#renderer/ui/outline/drop.ts';
import type { DropPlace } from '#renderer/ui/drop-place.ts';
import { treeOf } from '#tests/support/builders/plan-tree.ts';

const nodes = treeOf(['a', ' b', ' c', '  d', 'e', 'f', ' g']);

function drop(dragged: string, pointed: DropPlace, uid: string): string | null {
  const found = dropOf(nodes, dragged, { uid, pointed });
  return found === null ? null : `${found.to.parentUid} ${found.to.afterUid} ${found.level}`;
}

describe('a line of a plan that is dragged', () => {
  it('comes below the line on which it is let go, as the last', () => {
    expect(drop('e', 'on', 'a')).toBe('a c 1');
    expect(drop('g', 'on', 'e')).toBe('e null 1');
    expect(drop('b', 'on', 'a')).toBe('a c 1');
  });

  it('keeps its level in a gap that allows it', () => {
    expect(drop('b', 'behind', 'd')).toBe('a c 1');
    expect(drop('f', 'before', 'e')).toBe('null a 0');
    expect(drop('a', 'behind', 'g')).toBe('null f 0');
    expect(drop('g', 'before', 'c')).toBe('a b 1');
  });

  it('takes the level of the lines beside the gap where its own does not fit', () => {
    expect(drop('e', 'behind', 'a')).toBe('a null 1');
    expect(drop('d', 'before', 'f')).toBe('null e 0');
    expect(drop('g', 'before', 'a')).toBe('null null 0');
  });

  it('stays where it is when let go on itself, below itself or beside itself', () => {
    expect(drop('a', 'on', 'a')).toBeNull();
    expect(drop('a', 'behind', 'd')).toBeNull();
    expect(drop('e', 'before', 'f')).toBeNull();
    expect(drop('c', 'on', 'a')).toBeNull();
  });

  it('never comes where it may not stand', () => {
    const someUid = fc.constantFrom(...nodes.map(({ uid }) => uid));
    const somePlace = fc.constantFrom<DropPlace>('on', 'before', 'behind');
    fc.assert(
      fc.property(someUid, someUid, somePlace, (dragged, uid, pointed) => {
        const found = dropOf(nodes, dragged, { uid, pointed });
        expect(found === null || isPlaceFor(nodes, dragged, found.to)).toBe(true);
      }),
    );
  });
});
