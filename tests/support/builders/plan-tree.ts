import { parentsOf, type TreeNode } from '#shared/rules/plans/tree.ts';

/** 'a', ' b', 'c': b below a. Positions have gaps, as after a removal. */
export function treeOf(lines: readonly string[]): TreeNode[] {
  const parents = parentsOf(lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line, index) => ({
    uid: line.trim(),
    parentUid: lines[parents[index] ?? -1]?.trim() ?? null,
    position: index * 2,
  }));
}
