import { parseRange } from '../read/cell-reference.ts';
import { cellReference } from '../write/references.ts';
import { moveAreas, moveCell, moveFormula, moveRange, type RowPlans } from './move-references.ts';
import { rewriteXml } from './rewrite-xml.ts';
import type { RowPlan } from './row-plan.ts';
import { attributeOf, withAttribute, withoutAttribute } from './xml-text.ts';

/*
 * What names rows outside of the rows themselves. Each function gives the same text where nothing moves.
 */

type AttributeMove = readonly [attribute: string, move: (value: string, plan: RowPlan) => string];

const cell = (value: string, plan: RowPlan) => moveCell(value, plan);
/** A page ends behind this row. */
const breakRow = (value: string, plan: RowPlan) => String(plan.row(Number(value) + 1) - 1);

/** Of elements of a sheet beside its rows, of comments and of tables. */
const attributeMoves: Readonly<Record<string, readonly AttributeMove[]>> = {
  dimension: [['ref', moveRange]],
  sheetView: [['topLeftCell', cell]],
  pane: [['topLeftCell', cell]],
  selection: [
    ['activeCell', cell],
    ['sqref', moveAreas],
  ],
  conditionalFormatting: [['sqref', moveAreas]],
  dataValidation: [['sqref', moveAreas]],
  hyperlink: [['ref', moveRange]],
  autoFilter: [['ref', moveRange]],
  sortState: [['ref', moveRange]],
  sortCondition: [['ref', moveRange]],
  protectedRange: [['sqref', moveAreas]],
  ignoredError: [['sqref', moveAreas]],
  cellWatch: [['r', cell]],
  inputCells: [['r', cell]],
  comment: [['ref', cell]],
  threadedComment: [['ref', cell]],
  table: [['ref', moveRange]],
  location: [['ref', moveRange]],
};

const formulaElements: ReadonlySet<string> = new Set([
  'f',
  'formula',
  'formula1',
  'formula2',
  'calculatedColumnFormula',
  'totalsRowFormula',
]);

/** Everything of a sheet but its rows, and what belongs to it: tables, comments, the place of a pivot table. */
export function moveSheetPart(
  xml: string,
  sheet: string,
  plans: RowPlans,
  from = 0,
  to = xml.length,
): string {
  const plan = plans.get(sheet.toLowerCase());
  const formula = (text: string) => moveFormula(text, { sheet }, plans);
  return rewriteXml(
    xml,
    {
      tag(name, tag, path) {
        if (name === 'hyperlink') return moveOwn(moveAttribute(tag, 'location', formula), name, plan);
        if (name === 'cfvo' && attributeOf(tag, 'type') === 'formula')
          return moveAttribute(tag, 'val', formula);
        if (name === 'brk' && path.at(-2) === 'rowBreaks' && plan !== undefined)
          return moveAttribute(tag, 'id', (value) => breakRow(value, plan));
        if (name === 'mergeCell' && plan !== undefined) return moveMerge(tag, plan);
        if (name === 'mergeCells' && plan !== undefined) return withoutAttribute(tag, 'count');
        return moveOwn(tag, name, plan);
      },
      text(text, path) {
        const name = path.at(-1) ?? '';
        if (formulaElements.has(name)) return formula(text);
        if (plan === undefined) return text;
        if (name === 'sqref') return moveAreas(text, plan);
        // The corner of a control, counted from 0.
        if (name === 'row' && (path.at(-2) === 'from' || path.at(-2) === 'to')) return moveCorner(text, plan);
        return text;
      },
    },
    from,
    to,
  );
}

/** Cells that a pattern joins are joined in each of its copies. */
function moveMerge(tag: string, plan: RowPlan): string {
  const ref = attributeOf(tag, 'ref') ?? '';
  const range = parseRange(ref);
  const copied = plan.insertions.find(({ pattern }) => range?.top === pattern && range.bottom === pattern);
  if (range === undefined || copied === undefined)
    return moveAttribute(tag, 'ref', () => moveRange(ref, plan));
  const first = plan.row(copied.pattern);
  const name = /^<[^\s/>]+/u.exec(tag)?.[0] ?? '';
  const rangeAt = (row: number) => `${cellReference(row, range.left)}:${cellReference(row, range.right)}`;
  const copies = Array.from(
    { length: copied.count },
    (_, index) => `${name} ref="${rangeAt(first + index + 1)}"/>`,
  );
  return copies.join('') + withAttribute(tag, 'ref', rangeAt(first));
}

function moveOwn(tag: string, name: string, plan: RowPlan | undefined): string {
  if (plan === undefined || !Object.hasOwn(attributeMoves, name)) return tag;
  return (attributeMoves[name] ?? []).reduce(
    (moved, [attribute, move]) => moveAttribute(moved, attribute, (value) => move(value, plan)),
    tag,
  );
}

function moveAttribute(tag: string, attribute: string, move: (value: string) => string): string {
  const value = attributeOf(tag, attribute);
  return value === undefined ? tag : withAttribute(tag, attribute, move(value));
}

function moveCorner(text: string, plan: RowPlan): string {
  const row = Number(text) + 1;
  return String(plan.row(row) - 1);
}

/** Pictures and charts of a sheet: they move and stretch with the cells, as far as they are bound to them. */
export function moveDrawing(xml: string, plan: RowPlan): string {
  let isBound = true;
  let stretches = true;
  let moved = 0;
  return rewriteXml(xml, {
    tag(name, tag) {
      if (name.endsWith('Anchor')) {
        isBound = name !== 'absoluteAnchor' && attributeOf(tag, 'editAs') !== 'absolute';
        stretches = attributeOf(tag, 'editAs') !== 'oneCell';
      }
      return tag;
    },
    text(text, path) {
      if (path.at(-1) !== 'row' || !isBound) return text;
      if (path.at(-2) === 'from') moved = Number(moveCorner(text, plan)) - Number(text);
      return path.at(-2) === 'from' || stretches ? moveCorner(text, plan) : String(Number(text) + moved);
    },
  });
}

/** Old drawings, of comments and buttons, need not even be well-formed. */
export function moveOldDrawing(vml: string, plan: RowPlan): string {
  return vml
    .replaceAll(
      /(<x:Row>\s*)(\d+)(\s*<\/x:Row>)/gu,
      (_, before: string, row: string, after: string) => before + moveCorner(row, plan) + after,
    )
    .replaceAll(/(<x:Anchor>)([^<]*)(<\/x:Anchor>)/gu, (_, before: string, anchor: string, after: string) => {
      const numbers = anchor.split(',');
      const move = (index: number) => moveCorner((numbers[index] ?? '0').trim(), plan);
      const [top, bottom] = [move(2), move(6)];
      return (
        before +
        numbers.map((number, index) => (index === 2 ? top : index === 6 ? bottom : number)).join(',') +
        after
      );
    });
}

/** Names of the workbook, print areas and titles among them. */
export function moveNames(xml: string, plans: RowPlans): string {
  return rewriteXml(xml, {
    text: (text, path) => (path.at(-1) === 'definedName' ? moveFormula(text, { sheet: '' }, plans) : text),
  });
}

/** What a chart shows. */
export function moveChart(xml: string, plans: RowPlans): string {
  return rewriteXml(xml, {
    text: (text, path) =>
      path.at(-1) === 'f' ? moveFormula(text, { sheet: '', meansBlock: true }, plans) : text,
  });
}

/** What a pivot table counts. */
export function movePivotSource(xml: string, plans: RowPlans): string {
  return rewriteXml(xml, {
    tag(name, tag) {
      const plan =
        name === 'worksheetSource' ? plans.get((attributeOf(tag, 'sheet') ?? '').toLowerCase()) : undefined;
      return plan === undefined ? tag : moveAttribute(tag, 'ref', (value) => moveRange(value, plan));
    },
  });
}
