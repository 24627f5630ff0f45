import type { Paper } from './model.ts';
import { NUMBER_PLACE } from './dated-paper.ts';
import { openPlaces } from './places.ts';

interface SigningFacts {
  /** Whether this kind of paper goes to somebody: a notice does, minutes do not. */
  needsAddressee: boolean;
  /** Units that were asked to co-sign and have not answered. */
  openCosigners: readonly string[];
}

/**
 * What stands in the way of signing, in words for the clerk; empty: nothing. The day of the paper is not among
 * them: it comes with the signature (成文日期 is the day of signing, 党政机关公文处理工作条例 第九条).
 */
export function signingProblems(paper: Paper, { needsAddressee, openCosigners }: SigningFacts): string[] {
  const problems: string[] = [];
  if (paper.title.trim() === '') problems.push('还没有标题');
  if (needsAddressee && paper.addressee.trim() === '') problems.push('还没有主送机关');
  if (isBodyEmpty(paper)) problems.push('还没有正文');
  if (paper.head.issuers.every((issuer) => issuer.trim() === '')) problems.push('还没有发文机关标志');
  if (paper.signature !== null && paper.signature.units.every((unit) => unit.trim() === '')) {
    problems.push('还没有落款单位');
  }
  const open = openPlaces(paper).filter((place) => place !== NUMBER_PLACE);
  if (open.length > 0) problems.push(`还有没填的内容：${open.join('、')}`);
  if (openCosigners.length > 0) problems.push(`还没有会签：${openCosigners.join('、')}`);
  return problems;
}

function isBodyEmpty({ body }: Paper): boolean {
  return !body.some((block) => {
    if (block.kind === 'heading' || block.kind === 'paragraph') {
      return block.runs.some(({ text, field }) => text.trim() !== '' || field !== undefined);
    }
    return block.kind === 'table';
  });
}
