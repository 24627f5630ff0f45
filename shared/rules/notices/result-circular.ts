import type { PaperBlock } from '../papers/model.ts';
import { bodyText } from '../papers/blank-paper.ts';

/** Who got which grade in one group, in rank order, the best grade first. */
export interface GroupLists {
  name: string;
  lists: readonly { grade: string; names: readonly string[] }[];
}

/**
 * Body of the circular on the results of a period: separate lists for each group in rank order, without points; a
 * grade that nobody has says 无 (临政办字〔2024〕11号).
 */
export function resultCircularBody(periodTitle: string, groups: readonly GroupLists[]): PaperBlock[] {
  return [
    bodyText(`根据工作安排，我办组织开展了${periodTitle}。现将考核结果通报如下：`),
    ...groups.flatMap(({ name, lists }): PaperBlock[] => [
      { kind: 'heading', level: 1, runs: [{ text: name }] },
      ...lists.map(listOf),
    ]),
  ];
}

/** Who it goes to: every group that was scored, as a proposal. */
export function resultCircularAddressee(groups: readonly { name: string }[]): string {
  return groups.map(({ name }) => (name.startsWith('各') ? name : `各${name}`)).join('，');
}

function listOf({ grade, names }: GroupLists['lists'][number]): PaperBlock {
  const isNobody = names.length === 0;
  return {
    kind: 'paragraph',
    place: 'indented',
    runs: [
      { text: `${grade}等次${isNobody ? '' : `（${names.length}个）`}：`, bold: true },
      { text: isNobody ? '无' : names.join('、') },
    ],
  };
}
