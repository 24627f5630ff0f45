import { pointsText } from '#shared/rules/scoring/points-text.ts';
import type { StreamedCell, StreamedRow } from '#main/core/excel/write/streamed-workbook.ts';
import { centeredCell, liveCell, numberCell, strongCenteredCell, textCell } from './cells.ts';
import type { LiveNumber } from './live-numbers.ts';
import { pointsNumber } from './live-numbers.ts';
import type { ObjectPaper } from './object-paper.ts';
import { baseSum, bonusSum, convertedNumber, totalNumber, vetoPoints } from './total-formulas.ts';

const NONE = '—';
const LABEL_COLUMNS = 6;

/** 合计计算 and 考核总分: from the items to the total, each step in a row of its own. */
export function sheetFoot(paper: ObjectPaper): StreamedRow[] {
  return [...steps(paper), ...totals(paper)];
}

function steps({ layout, score }: ObjectPaper): StreamedRow[] {
  const { foot, plan, takenOut } = layout;
  const { decimals } = plan.scheme.settings;
  const rows: StreamedCell[][] = [];
  if (foot.base !== null)
    rows.push(step('各项得分小计（不含加分）', liveCell(baseSum(layout), decimals), ''));
  if (foot.applicable !== null) {
    const rest = plan.full - takenOut;
    const words = `不适用项共${pointsText(takenOut)}分不计，得分按${pointsText(plan.full)}÷${pointsText(rest)}折算`;
    rows.push(step('适用项分值', numberCell(pointsNumber(rest), decimals), words));
  }
  if (foot.bonus !== null) {
    const { bonusCap } = plan.scheme.settings;
    const words = bonusCap === null ? '' : `最多加${pointsText(bonusCap)}分`;
    rows.push(step('加分', liveCell(bonusSum(layout, score), decimals), words));
  }
  if (foot.veto !== null) {
    const points = vetoPoints(score);
    const cell = points === null ? centeredCell(NONE) : numberCell(pointsNumber(points), decimals);
    rows.push(step('一票否决扣减', cell, vetoWords(score.veto.effect)));
  }
  return rows.map((cells, index) => ({
    cells: index === 0 ? [centeredCell('合计计算', { down: rows.length }), ...cells] : cells,
  }));
}

function step(label: string, number: StreamedCell, words: string): StreamedCell[] {
  return [centeredCell(label, { across: LABEL_COLUMNS - 1 }), number, textCell(words)];
}

function vetoWords(effect: ObjectPaper['score']['veto']['effect']): string {
  if (effect === 'zeroTotal') return '一票否决，总分记0分';
  return effect === 'lowestGrade' ? '一票否决，定为最低等次' : '一票否决，扣分并限制等次';
}

function totals(paper: ObjectPaper): StreamedRow[] {
  const { layout, score } = paper;
  const { settings } = layout.plan.scheme;
  const rows = [totalRow('考核总分', totalNumber(layout, score), settings.decimals, outcome(paper))];
  if (layout.foot.converted !== null && settings.convertTo !== null) {
    const words = `不含加分，折算为${pointsText(settings.convertTo)}分制`;
    rows.push(totalRow('折算分', convertedNumber(layout, score), settings.decimals, words));
  }
  return rows;
}

function totalRow(label: string, number: LiveNumber | null, decimals: number, words: string): StreamedRow {
  const cell = number === null ? centeredCell(NONE) : liveCell(number, decimals, 'strong');
  return {
    cells: [strongCenteredCell(label, { across: LABEL_COLUMNS }), cell, textCell(words)],
  };
}

function outcome({ standing, score }: ObjectPaper): string {
  if (standing.grade === null) return '没有适用的指标';
  const grade = `等次：${standing.grade.name}`;
  return score.empty === 0 ? grade : `${grade}（未评${score.empty}项，为暂定）`;
}
