import type { SheetObject } from '#shared/contract/assessment.ts';
import type { GroupScorer } from '#shared/rules/scoring/group.ts';
import type { SheetCellView } from '#renderer/ui/sheet-grid/types.ts';
import { decimalText } from '#shared/rules/scoring/points-text.ts';

const PROVISIONAL: Partial<SheetCellView> = { tone: 'muted', tooltip: '还有未评的指标，评完后才能确定' };
const VETOED: Partial<SheetCellView> = { tone: 'error', tooltip: '一票否决' };

/** The frozen cells at the left of a row: who, total, grade, rank, how much is still 未评. */
export function leadView(
  scorer: GroupScorer,
  object: SheetObject,
  columnKey: string,
  decimals: number,
): SheetCellView {
  const { totalPoints, empty, veto, indicators } = scorer.score(object.uid);
  const isUntouched = empty > 0 && [...indicators.values()].every(({ status }) => status !== 'scored');
  const { grade, rank, provisional } = scorer.standing(object.uid);
  const sign = provisional ? PROVISIONAL : {};
  switch (columnKey) {
    case 'name':
      return {
        text: object.shortName,
        tooltip: object.remark === '' ? object.name : `${object.name}\n${object.remark}`,
        ...(object.remark === '' ? {} : { badge: '注' }),
      };
    case 'total':
      if (isUntouched) return { text: '' };
      return { text: decimalText(totalPoints, decimals) };
    case 'grade':
      if (isUntouched) return { text: '' };
      return { text: grade?.name ?? '', ...(veto.effect === null ? sign : VETOED) };
    case 'rank':
      return { text: rank === null || isUntouched ? '' : String(rank), ...sign };
    default:
      return { text: empty === 0 ? '' : String(empty) };
  }
}
