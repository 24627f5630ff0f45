/** A chapter of the manual, or a section of it. */
export interface ManualPlace {
  id: string;
  /** Empty for the beginning of the chapter. */
  heading: string;
}

const LINK = /^(?<id>[a-z-]+)\.md(?:#(?<heading>.*))?$/u;

/** Where a link of a chapter leads: tasks.md#催办. Null for one that is none of the manual's. */
export function placeOf(link: string): ManualPlace | null {
  const groups = LINK.exec(link)?.groups;
  if (groups?.['id'] === undefined) return null;
  return { id: groups['id'], heading: decodeURIComponent(groups['heading'] ?? '') };
}

export function hrefOfPlace({ id, heading }: ManualPlace): string {
  return heading === '' ? `/manual/${id}` : `/manual/${id}/${encodeURIComponent(heading)}`;
}
