import { outlineOf, type Place, type TreeNode } from '#shared/rules/plans/tree.ts';

/** The line where the clerk stands. */
interface CurrentLine {
  uid: string;
  parentUid: string | null;
  isHeading: boolean;
}

/** A line comes below the heading where the clerk stands, or behind the line; a heading behind the heading. */
export function placeOfNext(
  nodes: readonly TreeNode[],
  current: CurrentLine | null,
  kind: 'line' | 'heading',
): Place {
  const lastBelow = (uid: string | null) =>
    outlineOf(nodes).findLast(({ node }) => node.parentUid === uid)?.node.uid ?? null;
  if (current === null) return { parentUid: null, afterUid: lastBelow(null) };
  if (kind === 'heading') {
    // Behind a line of a heading: the next heading stands beside that one.
    const parent = nodes.find(({ uid }) => uid === current.parentUid);
    const beside = !current.isHeading && parent !== undefined ? parent : current;
    return { parentUid: beside.parentUid, afterUid: beside.uid };
  }
  if (!current.isHeading) return { parentUid: current.parentUid, afterUid: current.uid };
  return { parentUid: current.uid, afterUid: lastBelow(current.uid) };
}
