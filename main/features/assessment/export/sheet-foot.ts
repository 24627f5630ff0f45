import { pointsText } from '#shared/rules/scoring/points-text.ts';
import type { StreamedCell, StreamedRow } from '#main/core/excel/write/streamed-workbook.ts';
import { centeredCell, liveCell, numberCell, strongCenteredCell, textCell } from './cells.ts';
import type { LiveNumber } from './live-numbers.ts';
import { pointsNumber } from './live-numbers.ts';
import type { ObjectPaper } from './object-paper.ts';
import { baseSum, bonusSum, convertedNumber, totalNumber, vetoPoints } from './total-formulas.ts';

const NONE = '—';

/** A row of the foot: what the number is, the number in the column of the scores, and words to it. */
interface Step {
  label: string;
  number: StreamedCell;
  words: string;
}

/** 合计计算 and 考核总分: from the items to the total, each step in a row of its own. */
export function sheetFoot(paper: ObjectPaper, columns: number, decimals: number): StreamedRow[] {
  const place = { before: paper.layout.scoreColumn - 1, after: columns - paper.layout.scoreColumn };
  return [...stepRows(steps(paper, decimals), place), ...totalRows(totals(paper, decimals), place)];
}

/** Columns on either side of the scores. */
interface FootPlace {
  before: number;
  after: number;
}

function stepRows(parts: readonly Step[], { before, after }: FootPlace): StreamedRow[] {
  const isLed = before > 1;
  return parts.map((part, index) => {
    const cells = footCells(part, { before: isLed ? before - 1 : before, after }, centeredCell);
    const lead = centeredCell('合计计算', { down: parts.length });
    return { cells: isLed && index === 0 ? [lead, ...cells] : cells };
  });
}

function totalRows(parts: readonly Step[], place: FootPlace): StreamedRow[] {
  return parts.map((part) => ({ cells: footCells(part, place, strongCenteredCell) }));
}

/** What has no column of its own stands with the rest. */
function footCells(
  { label, number, words }: Step,
  { before, after }: FootPlace,
  labelCell: (content: string, extent: { across: number }) => StreamedCell,
): StreamedCell[] {
  if (before === 0)
    return [number, textCell([label, words].filter((text) => text !== '').join('；'), { across: after })];
  if (after === 0)
    return [labelCell(words === '' ? label : `${label}（${words}）`, { across: before }), number];
  return [labelCell(label, { across: before }), number, textCell(words, { across: after })];
}

function steps({ layout, score }: ObjectPaper, decimals: number): Step[] {
  const { foot, plan, takenOut } = layout;
  const found: Step[] = [];
  const add = (label: string, number: StreamedCell, words: string): void =>
    void found.push({ label, number, words });
  if (foot.base !== null) add('各项得分小计（不含加分）', liveCell(baseSum(layout), decimals), '');
  if (foot.applicable !== null) {
    const rest = plan.full - takenOut;
    const words = `不适用项共${pointsText(takenOut)}分不计，得分按${pointsText(plan.full)}÷${pointsText(rest)}折算`;
    add('适用项分值', numberCell(pointsNumber(rest), decimals), words);
  }
  if (foot.bonus !== null) {
    const { bonusCap } = plan.scheme.settings;
    const words = bonusCap === null ? '' : `最多加${pointsText(bonusCap)}分`;
    add('加分', liveCell(bonusSum(layout, score), decimals), words);
  }
  if (foot.veto !== null) {
    const points = vetoPoints(score);
    const cell = points === null ? centeredCell(NONE) : numberCell(pointsNumber(points), decimals);
    add('一票否决扣减', cell, vetoWords(score.veto.effect));
  }
  return found;
}

function vetoWords(effect: ObjectPaper['score']['veto']['effect']): string {
  if (effect === 'zeroTotal') return '一票否决，总分记0分';
  return effect === 'lowestGrade' ? '一票否决，定为最低等次' : '一票否决，扣分并限制等次';
}

function totals(paper: ObjectPaper, decimals: number): Step[] {
  const { layout, score } = paper;
  const { settings } = layout.plan.scheme;
  const found = [totalStep('考核总分', totalNumber(layout, score), decimals, outcome(paper))];
  if (layout.foot.converted !== null && settings.convertTo !== null) {
    const words = `不含加分，折算为${pointsText(settings.convertTo)}分制`;
    found.push(totalStep('折算分', convertedNumber(layout, score), decimals, words));
  }
  return found;
}

function totalStep(label: string, number: LiveNumber | null, decimals: number, words: string): Step {
  const cell = number === null ? centeredCell(NONE) : liveCell(number, decimals, 'strong');
  return { label, number: cell, words };
}

function outcome({ standing, score }: ObjectPaper): string {
  if (standing.grade === null) return '没有适用的指标';
  const grade = `等次：${standing.grade.name}`;
  return score.empty === 0 ? grade : `${grade}（未评${score.empty}项，为暂定）`;
}
