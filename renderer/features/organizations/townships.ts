import type { OrganizationNode } from '#shared/contract/organizations.ts';
import type { TreeIndex } from './model/tree-index.ts';

/** Townships at or below one whose villages can be taken from the bundled divisions. */
export function townshipsWithoutVillages(index: TreeIndex, node: OrganizationNode): OrganizationNode[] {
  if (node.level === 'township') return node.villagesAvailable ? [node] : [];
  return index.childrenOf(node.uid).flatMap((child) => townshipsWithoutVillages(index, child));
}
