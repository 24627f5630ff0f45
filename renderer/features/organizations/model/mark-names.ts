import type { OrganizationMark, OrganizationNode } from '#shared/contract/organizations.ts';

export function markNames(
  marks: readonly Pick<OrganizationMark, 'mark' | 'name'>[],
): ReadonlyMap<string, string> {
  return new Map(marks.map(({ mark, name }) => [mark, name]));
}

/** The marks of one as a clerk calls them; none as long as their names are still on the way. */
export function namesOfMarks(
  node: Pick<OrganizationNode, 'marks'>,
  names: ReadonlyMap<string, string>,
): string[] {
  return node.marks.flatMap((mark) => names.get(mark) ?? []);
}
