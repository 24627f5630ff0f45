/*
 * The tree of an implementation plan (实施方案): headings and tasks in the order of the document, any depth. All moves
 * are decided here, for the page that offers them and the core that carries them out.
 */

export interface TreeNode {
  readonly uid: string;
  /** Null: on the first level. */
  readonly parentUid: string | null;
  /** Order among those below the same parent; gaps are allowed. */
  readonly position: number;
}

/** Where something stands or shall stand. */
export interface Place {
  readonly parentUid: string | null;
  /** The sibling before it; null: it is the first. */
  readonly afterUid: string | null;
}

export const nodeMoves = ['up', 'down', 'indent', 'outdent'] as const;
export type NodeMove = (typeof nodeMoves)[number];

type Siblings<Node> = Map<string | null, Node[]>;

function siblingsOf<Node extends TreeNode>(nodes: readonly Node[]): Siblings<Node> {
  return Map.groupBy(
    nodes.toSorted((one, other) => one.position - other.position),
    ({ parentUid }) => parentUid,
  );
}

/** Every node in the order of the document, with its level from 0. */
export function outlineOf<Node extends TreeNode>(nodes: readonly Node[]): { node: Node; level: number }[] {
  const siblings = siblingsOf(nodes);
  const below = (parentUid: string | null, level: number): { node: Node; level: number }[] =>
    (siblings.get(parentUid) ?? []).flatMap((node) => [{ node, level }, ...below(node.uid, level + 1)]);
  return below(null, 0);
}

/** Behind the last line that stands below one. */
export function endOfSubtree(outline: readonly { level: number }[], index: number): number {
  const level = outline[index]?.level ?? 0;
  const next = outline.findIndex((each, place) => place > index && each.level <= level);
  return next < 0 ? outline.length : next;
}

/** Null: there is no such node. */
export function placeOf(nodes: readonly TreeNode[], uid: string): Place | null {
  const node = nodes.find((each) => each.uid === uid);
  if (node === undefined) return null;
  return { parentUid: node.parentUid, afterUid: neighbours(nodes, node).before?.uid ?? null };
}

/** The place that a move leads to; null where it leads nowhere, as from the first place further up. */
export function placeAfterMove(nodes: readonly TreeNode[], uid: string, move: NodeMove): Place | null {
  const node = nodes.find((each) => each.uid === uid);
  if (node === undefined) return null;
  const { parentUid } = node;
  const { before, beforeThat, after } = neighbours(nodes, node);
  switch (move) {
    case 'up':
      return before === undefined ? null : { parentUid, afterUid: beforeThat?.uid ?? null };
    case 'down':
      return after === undefined ? null : { parentUid, afterUid: after.uid };
    case 'indent':
      if (before === undefined) return null;
      return { parentUid: before.uid, afterUid: siblingsOf(nodes).get(before.uid)?.at(-1)?.uid ?? null };
    default: {
      const parent = nodes.find((each) => each.uid === parentUid);
      return parent === undefined ? null : { parentUid: parent.parentUid, afterUid: parent.uid };
    }
  }
}

/** Whether something known may come to a place: not below itself, and what it should follow stands there. */
export function isPlaceFor(nodes: readonly TreeNode[], uid: string, { parentUid, afterUid }: Place): boolean {
  const known = new Map(nodes.map((node) => [node.uid, node]));
  for (let above = parentUid; above !== null; above = known.get(above)?.parentUid ?? null) {
    if (above === uid || !known.has(above)) return false;
  }
  return afterUid === null || (afterUid !== uid && known.get(afterUid)?.parentUid === parentUid);
}

function neighbours(nodes: readonly TreeNode[], node: TreeNode) {
  const siblings = siblingsOf(nodes).get(node.parentUid) ?? [];
  const index = siblings.findIndex(({ uid }) => uid === node.uid);
  return {
    before: siblings[index - 1],
    beforeThat: siblings[index - 2],
    after: siblings[index + 1],
  };
}

/**
 * What changes when a node, new or known, comes to a place; what stands below it comes with it. Where the sibling that
 * it should follow is not there any more, it comes to the end.
 */
export function arranged(nodes: readonly TreeNode[], uid: string, place: Place): TreeNode[] {
  const others = nodes.filter((node) => node.uid !== uid);
  const siblings = siblingsOf(others).get(place.parentUid) ?? [];
  const before = siblings.findIndex((sibling) => sibling.uid === place.afterUid);
  const index = place.afterUid === null ? 0 : before < 0 ? siblings.length : before + 1;
  const ordered = siblings.toSpliced(index, 0, { uid, parentUid: place.parentUid, position: -1 });
  return changesOf(nodes, renumbered(ordered, place.parentUid));
}

/** What changes when a node goes and what stands below it takes its place. */
export function lifted(nodes: readonly TreeNode[], uid: string): TreeNode[] {
  const node = nodes.find((each) => each.uid === uid);
  if (node === undefined) return [];
  const all = siblingsOf(nodes);
  const ordered = (all.get(node.parentUid) ?? []).flatMap((sibling) =>
    sibling.uid === uid ? (all.get(uid) ?? []) : [sibling],
  );
  return changesOf(nodes, renumbered(ordered, node.parentUid));
}

function renumbered(siblings: readonly TreeNode[], parentUid: string | null): TreeNode[] {
  return siblings.map(({ uid }, position) => ({ uid, parentUid, position }));
}

function changesOf(before: readonly TreeNode[], after: readonly TreeNode[]): TreeNode[] {
  const known = new Map(before.map((node) => [node.uid, node]));
  return after.filter(({ uid, parentUid, position }) => {
    const old = known.get(uid);
    return old === undefined || old.parentUid !== parentUid || old.position !== position;
  });
}

/**
 * The parent of each row of an outline, as an index into it; null: on the first level. A row stands below the nearest
 * one before it that is less deep.
 */
export function parentsOf(levels: readonly number[]): (number | null)[] {
  const open: number[] = [];
  return levels.map((level, index) => {
    while (open.length > 0 && (levels[open.at(-1) ?? 0] ?? 0) >= level) open.pop();
    const parent = open.at(-1) ?? null;
    open.push(index);
    return parent;
  });
}
