import type { Indicator } from '#shared/contract/schemes.ts';
import { type ScoreStage, stageNames } from '#shared/rules/assessment/stages.ts';
import { problemText } from '#shared/rules/assessment/problem-texts.ts';
import { describeEntry } from '#shared/rules/scoring/describe-entry.ts';
import { entryText } from '#shared/rules/scoring/entry-text.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import type { IndicatorScore } from '#shared/rules/scoring/result.ts';
import type { SheetCellView } from '#renderer/ui/sheet-grid/types.ts';

const UNSCORED: SheetCellView = { text: '' };

interface ScoredCell {
  indicator: Indicator;
  entry: ScoreEntry | null;
  score: IndicatorScore;
  applies: boolean;
  whyNot: string;
  inBonus: boolean;
}

/** How a score looks in the grid: yellow for lost points, red where something is missing, always with its words. */
export function cellView(cell: ScoredCell): SheetCellView {
  const { indicator, entry, score, applies, whyNot, inBonus } = cell;
  if (!applies) return { text: '—', tone: 'readonly', tooltip: whyNot };
  if (entry === null) return UNSCORED;
  const words = tooltipOf(cell);
  if (entry.notApplicable) return { text: '/', editText: '/', tone: 'muted', tooltip: words };
  return {
    text: shownScore(score, inBonus),
    editText: entryText(indicator, entry, inBonus),
    tooltip: words,
    ...signOf(score, inBonus ? 0 : indicator.maxPoints),
  };
}

/** A score that is shown because this stage has none of its own. */
export function withBeneath(view: SheetCellView, stage: ScoreStage): SheetCellView {
  if (view.text === '' || view.tone === 'readonly') return view;
  const words = `前面环节的得分；在这里录入就成为${stageNames[stage]}`;
  return { ...withWords(view, words), tone: 'muted' };
}

/** Proposals that wait for a decision stand before any other mark of the cell. */
export function withWaiting(view: SheetCellView, count: number): SheetCellView {
  if (count === 0) return view;
  const words = `有 ${count} 项拟扣分待处理，在右边的“单项详情”里采纳或不采纳`;
  return { ...withWords(view, words), badge: `拟${count}` };
}

/** An objection without an answer stands before everything else. */
export function withObjection(view: SheetCellView): SheetCellView {
  return { ...withWords(view, '有申诉没有答复，在右边的“单项详情”里采纳或不采纳'), badge: '诉' };
}

function withWords(view: SheetCellView, words: string): SheetCellView {
  const tooltip = view.tooltip === undefined || view.tooltip === '' ? words : `${words}\n${view.tooltip}`;
  return { ...view, tooltip };
}

/** A score as it is written on a sheet, points of bonus rules beside it: 5+1. */
export function shownScore(score: IndicatorScore, inBonus: boolean): string {
  if (inBonus) return pointsText(score.points + score.bonus);
  return score.bonus === 0
    ? pointsText(score.points)
    : `${pointsText(score.points)}+${pointsText(score.bonus)}`;
}

function signOf(score: IndicatorScore, fullPoints: number): Pick<SheetCellView, 'tone' | 'badge'> {
  if (score.problems.some(({ code }) => code !== 'reasonMissing')) return { tone: 'error', badge: '!' };
  if (score.problems.length > 0) return { tone: 'error', badge: '因' };
  if (score.vetoes.length > 0) return { tone: 'error', badge: '否' };
  return { tone: score.points < fullPoints ? 'warning' : 'normal' };
}

function tooltipOf({ indicator, entry, score, inBonus }: ScoredCell): string {
  if (entry === null) return '';
  if (entry.notApplicable) {
    return indicator.notApplicable === 'fullMarks' ? '不适用：按满分计' : '不适用：不计入，总分按比例折算';
  }
  const problems = [...new Set(score.problems.map((problem) => problemText(indicator, problem)))];
  const reason = entry.reason === '' ? '' : `理由：${entry.reason}`;
  return [...problems, describeEntry(indicator, entry, inBonus), reason]
    .filter((line) => line !== '')
    .join('\n');
}
