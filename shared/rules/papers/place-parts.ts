import type { PaperBlock } from './model.ts';

interface BodyPart {
  /** What the template calls its place. */
  place: string;
  blocks: PaperBlock[];
}

/**
 * The body of a template with each part in its place. A template without a place gets the part at its end; a part that
 * has nothing to say leaves its place open, for the office to fill.
 */
export function placeParts(template: readonly PaperBlock[], parts: readonly BodyPart[]): PaperBlock[] {
  const placed = template.flatMap((block) => {
    const part = parts.find(({ place, blocks }) => blocks.length > 0 && isPlace(block, place));
    return part === undefined ? [block] : part.blocks;
  });
  const left = parts.filter(({ place }) => !template.some((block) => isPlace(block, place)));
  return [...placed, ...left.flatMap(({ blocks }) => blocks)];
}

function isPlace(block: PaperBlock, name: string): boolean {
  return block.kind === 'paragraph' && block.runs.some(({ field }) => field === name);
}
