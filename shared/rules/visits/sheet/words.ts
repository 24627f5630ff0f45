import type { Answer } from '../model.ts';

/* The words of a record sheet (检查记录表): written into a workbook, and read back from it. */

export type Fact = 'target' | 'place' | 'day' | 'team' | 'inspectors' | 'note';

export const factNames: Readonly<Record<Fact, string>> = {
  target: '督查对象',
  place: '县(市、区)',
  day: '检查日期',
  team: '检查组',
  inspectors: '检查人员',
  note: '备注',
};

export type SheetColumn = 'number' | 'text' | 'answer' | 'what' | 'spot' | 'dueOn';

export const columnNames: Readonly<Record<SheetColumn, string>> = {
  number: '序号',
  text: '检查内容',
  answer: '结果',
  what: '问题说明',
  spot: '部位',
  dueOn: '整改期限',
};

/** 罚款(万元) */
export function figureName({ name, unit }: { name: string; unit: string }): string {
  return `${name}(${unit})`;
}

/**
 * What a row is about, in a hidden cell of it, so that a sheet is known again whatever its words have become:
 * target:UID, item:UID; `figures`, `other` and `title` need no uid.
 */
export interface RowMark {
  kind: 'target' | 'item' | 'figures' | 'other' | 'title';
  uid: string;
}

const MARK = /^(?:(target|item):([0-9a-f-]{36})|(figures|other|title):)$/u;

export function markText({ kind, uid }: RowMark): string {
  return `${kind}:${uid}`;
}

export function readMark(cells: readonly string[]): RowMark | null {
  for (const cell of cells) {
    const [, withUid, uid = '', alone] = MARK.exec(cell.trim()) ?? [];
    const kind = withUid ?? alone;
    // The expression lets no other kind pass.
    if (kind !== undefined) return { kind: kind as RowMark['kind'], uid };
  }
  return null;
}

const answerWords: Readonly<Record<Answer, string>> = {
  pass: '符合 是 合格 √ ✓ ✔',
  fail: '不符合 否 不合格 × ✗ ✘ x X',
  notApplicable: '不涉及 不适用 无此项 / — -',
};
const answerOfWord = new Map(
  (Object.keys(answerWords) as Answer[]).flatMap((answer) =>
    answerWords[answer].split(' ').map((word) => [word, answer] as const),
  ),
);

/** Null: not understood. */
export function readAnswer(text: string): Answer | null {
  return answerOfWord.get(text.replaceAll(/\s/gu, '')) ?? null;
}
