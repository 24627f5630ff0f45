import type { OrganizationNode } from '#shared/contract/organizations.ts';
import { mayStandUnder } from '#shared/rules/organizations/levels.ts';
import type { DropPlace } from '#renderer/ui/drop-place.ts';
import type { TreeIndex } from './tree-index.ts';

interface DropTarget {
  parentUid: string;
  /** Behind which sibling; null: to the front. */
  after: string | null;
}

/**
 * A gap counts only among those of the same level: a town let go beside a county is meant to go into it.
 * @returns null where it may not stand
 */
export function dropTarget(
  index: TreeIndex,
  dragged: OrganizationNode,
  onto: OrganizationNode,
  pointed: DropPlace,
): DropTarget | null {
  const place = onto.level === dragged.level ? pointed : 'on';
  const parent = place === 'on' ? onto : index.byUid.get(onto.parentUid ?? '');
  if (parent === undefined || !mayStandUnder(dragged.level, parent.level)) return null;
  const siblings = index.childrenOf(parent.uid).filter((node) => node.uid !== dragged.uid);
  if (place === 'on') return { parentUid: parent.uid, after: siblings.at(-1)?.uid ?? null };
  const at = siblings.findIndex((node) => node.uid === onto.uid);
  if (place === 'behind') return { parentUid: parent.uid, after: onto.uid };
  return { parentUid: parent.uid, after: siblings[at - 1]?.uid ?? null };
}
