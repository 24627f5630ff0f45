import type { OrganizationNode } from '#shared/contract/organizations.ts';

/** The flat list of one day, made easy to walk. */
export interface TreeIndex {
  root: OrganizationNode | undefined;
  byUid: ReadonlyMap<string, OrganizationNode>;
  childrenOf(uid: string): readonly OrganizationNode[];
  /** From the county down to the organization itself; the city is left out. */
  pathOf(uid: string): OrganizationNode[];
}

export function indexTree(nodes: readonly OrganizationNode[]): TreeIndex {
  const byUid = new Map(nodes.map((node) => [node.uid, node]));
  const children = Map.groupBy(nodes, (node) => node.parentUid);
  return {
    root: nodes.find((node) => node.level === 'city'),
    byUid,
    childrenOf: (uid) => children.get(uid) ?? [],
    pathOf(uid) {
      const path: OrganizationNode[] = [];
      let node = byUid.get(uid);
      while (node !== undefined && node.level !== 'city') {
        path.unshift(node);
        node = node.parentUid === null ? undefined : byUid.get(node.parentUid);
      }
      return path;
    },
  };
}

/** Chinese text of name or short name, or pinyin initials. */
export function matches(node: OrganizationNode, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  return node.name.includes(wanted) || node.shortName.includes(wanted) || node.initials.includes(wanted);
}

interface Found {
  /** What is shown: matches with everything above them. */
  shown: ReadonlySet<string>;
  /** What must be opened, so that every match is seen. */
  opened: string[];
  count: number;
}

export function findInTree(index: TreeIndex, nodes: readonly OrganizationNode[], text: string): Found {
  const shown = new Set<string>();
  const opened = new Set<string>();
  const found = nodes.filter((node) => matches(node, text));
  for (const node of found) {
    shown.add(node.uid);
    let above = node.parentUid;
    while (above !== null && !opened.has(above)) {
      opened.add(above);
      shown.add(above);
      above = index.byUid.get(above)?.parentUid ?? null;
    }
  }
  return { shown, opened: [...opened], count: found.length };
}
