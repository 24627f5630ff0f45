import { numbersOf, type PlacedItem } from '#shared/rules/checklists/model.ts';
import { formField, formLabel, formPair, formPaper, formRoom } from '#shared/rules/papers/form-paper.ts';
import type { Paper, PaperBlock, PaperCell, PaperTable } from '#shared/rules/papers/model.ts';
import { outlineOf } from '#shared/rules/plans/tree.ts';
import { answerNames } from '#shared/rules/visits/model.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { detailOf, requireChecklist } from './rows.ts';

/** Number, question, the three answers, what was found. */
const COLUMNS = [12.5, 59, 13.5, 17, 17, 37];
const ANSWERS = Object.values(answerNames);
/** Number and question. */
const LIST_COLUMNS = [14, 142];
const FACT_COLUMNS = [24, 54, 24, 54];
const SIGNING_HEIGHT = 16;
export const MAJOR_NOTE = '带★的不符合，即为重大火灾隐患，请当场报告组长。';

/** The checklist as it is taken along: a box for each answer, and room for what was found. */
export function checklistForm(db: ReadStore, uid: string): Paper {
  const { title, items, majors } = detailOf(db, requireChecklist(db, uid));
  const form = formPaper(paperSettings(db).printer, title, COLUMNS, []);
  return { ...form, body: [facts(majors > 0), questionTable(items)] };
}

function facts(hasMajors: boolean): PaperBlock {
  return tableOf(FACT_COLUMNS, 0, [
    [...formPair('被检查单位', '', 3)],
    [...formPair('地址', '', 3)],
    [...formPair('检查时间', ''), ...formPair('陪同人员', '')],
    [formLabel('检查人员'), room(), formLabel('被检查单位签字'), room()],
    ...(hasMajors ? [[formField(MAJOR_NOTE, FACT_COLUMNS.length)]] : []),
  ]);
}

/** The questions with a box for each answer, and room for what was found. */
export function questionTable(items: readonly PlacedItem[], caption = ''): PaperBlock {
  const outline = outlineOf(items);
  const numbers = numbersOf(outline);
  const head = ['序号', '检查内容', ...ANSWERS, '发现的问题'].map((text) => formLabel(text));
  return {
    ...tableOf(COLUMNS, 1, [
      head,
      ...outline.map(({ node }, index) =>
        node.kind === 'section'
          ? [sectionCell(`${numbers[index] ?? ''}${node.text}`)]
          : questionRow(node, numbers[index] ?? ''),
      ),
    ]),
    caption,
  };
}

/** The questions to be read only. */
export function questionList(items: readonly PlacedItem[], caption: string): PaperBlock {
  const outline = outlineOf(items);
  const numbers = numbersOf(outline);
  const rows = outline.map(({ node }, index) =>
    node.kind === 'section'
      ? [{ ...sectionCell(`${numbers[index] ?? ''}${node.text}`), across: LIST_COLUMNS.length }]
      : questionCells(node, numbers[index] ?? ''),
  );
  return { ...tableOf(LIST_COLUMNS, 0, rows), caption };
}

/** 《中华人民共和国消防法》第十六条 takes a line of its own on paper; 《消防法》 says the same. */
function shortArticle(article: string): string {
  return article.replaceAll('《中华人民共和国', '《');
}

function sectionCell(text: string): PaperCell {
  return { ...formField(text, COLUMNS.length), bold: true };
}

/** The mark tells which answer 不符合 is a major hazard; the article stands behind the question. */
function questionRow(item: PlacedItem, number: string): PaperCell[] {
  return [...questionCells(item, number), ...ANSWERS.map(() => formLabel('□')), formField('')];
}

function questionCells({ text, article, severity }: PlacedItem, number: string): PaperCell[] {
  const mark = severity === 'major' ? '★' : '';
  const law = article === '' ? '' : `（${shortArticle(article)}）`;
  return [formLabel(number), formField(`${mark}${text}${law}`)];
}

function room(): PaperCell {
  return formRoom('', 1, SIGNING_HEIGHT);
}

function tableOf(columns: PaperTable['columns'], headRows: number, rows: PaperCell[][]): PaperTable {
  return { kind: 'table', caption: '', columns, headRows, rows, landscape: false };
}
