import { paperDay } from '../../calendar/days.ts';
import { bodyText } from '../papers/blank-paper.ts';
import type { PaperBlock } from '../papers/model.ts';
import { type CheckLine, type CheckProblemKind, checkProblems } from './check.ts';

/* 核对意见: what is told to a county about its plan. */

const headings: Readonly<Record<CheckProblemKind, string>> = {
  missing: '市方案的下列任务没有对应安排',
  later: '下列任务的完成时限晚于市方案',
  less: '下列任务的指标低于市方案',
  noUnit: '下列任务没有明确责任单位',
  noDue: '下列任务没有明确完成时限',
};

export interface OpinionPart {
  heading: string;
  items: string[];
}

/** What is wrong, problem by problem; empty where nothing is. */
export function opinionParts(lines: readonly CheckLine[]): OpinionPart[] {
  return checkProblems.flatMap((kind) => {
    const items = lines.flatMap((line) =>
      line.problems
        .filter((problem) => problem.kind === kind)
        .map(({ detail, countyUid }) => {
          const own = line.county.find(({ uid }) => uid === countyUid);
          const words = detailWords(kind, line.city?.dueOn ?? null, own?.dueOn ?? null) ?? detail;
          return `${own?.text ?? line.city?.title ?? ''}${words === '' ? '' : `（${words}）`}`;
        }),
    );
    return items.length === 0 ? [] : [{ heading: headings[kind], items }];
  });
}

/** Days as papers write them; null: the detail says it already. */
function detailWords(kind: CheckProblemKind, cityDue: string | null, ownDue: string | null): string | null {
  if (cityDue === null) return null;
  if (kind === 'missing') return `市方案时限${paperDay(cityDue)}`;
  if (kind === 'later' && ownDue !== null)
    return `市方案时限${paperDay(cityDue)}，所报时限${paperDay(ownDue)}`;
  return null;
}

/** As the content of a task or the reason of handing back. */
export function opinionText(parts: readonly OpinionPart[]): string {
  return parts
    .map(
      ({ heading, items }, place) =>
        `${place + 1}. ${heading}：${items.map((item) => item.replaceAll(/\s+/gu, ' ')).join('；')}。`,
    )
    .join('\n');
}

/** 退回 in one line: 2 项没有对应任务、1 项时限晚. */
export function opinionSummary(parts: readonly OpinionPart[]): string {
  return parts.map(({ heading, items }) => `${heading} ${items.length} 项`).join('；');
}

interface Opinion {
  /** 《…》(文号) of the county's plan. */
  countyPlan: string;
  cityPlan: string;
  parts: readonly OpinionPart[];
  /** By when it has to be handed in again; null: the paper leaves it open. */
  dueOn: string | null;
}

export function opinionBody({ countyPlan, cityPlan, parts, dueOn }: Opinion): PaperBlock[] {
  const opening = `你单位报送的${countyPlan}收悉。`;
  if (parts.length === 0)
    return [bodyText(`${opening}经与《${cityPlan}》逐项核对，没有不同意见，请认真组织实施。`)];
  const last: PaperBlock = {
    kind: 'paragraph',
    place: 'indented',
    runs: [
      { text: '请对照以上意见修改完善，于' },
      { text: dueOn === null ? '' : paperDay(dueOn), field: '重新报送期限' },
      { text: '前重新报送。' },
    ],
  };
  return [
    bodyText(`${opening}经与《${cityPlan}》逐项核对，提出以下意见：`),
    ...parts.flatMap(({ heading, items }): PaperBlock[] => [
      { kind: 'heading', level: 1, runs: [{ text: heading }] },
      ...items.map((item, place) => bodyText(`${place + 1}. ${item}。`)),
    ]),
    last,
  ];
}
