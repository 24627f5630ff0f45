import {
  cellHeading,
  columnHeading,
  lookUpLayout,
  rowHeading,
  type SheetLayout,
} from '#shared/rules/foreign-forms/layout.ts';
import {
  type FieldChoice,
  overlaps,
  type PointedBlock,
  type PointedCell,
  type Pointing,
  type RepeatedSheet,
  type ValueFormat,
} from '#shared/rules/foreign-forms/pointing.ts';

/* What pointing at something makes of a form's pointing. */

interface Place {
  row: number;
  column: number;
}

export function cellAt({ cells }: Pointing, sheet: string, { row, column }: Place): PointedCell | undefined {
  return cells.find((cell) => cell.sheet === sheet && cell.row === row && cell.column === column);
}

/** @param choice null takes the cell back */
export function withCell(
  pointing: Pointing,
  layout: SheetLayout,
  place: Place,
  choice: FieldChoice | null,
): Pointing {
  const sheet = layout.name;
  const others = pointing.cells.filter(
    (cell) => cell.sheet !== sheet || cell.row !== place.row || cell.column !== place.column,
  );
  if (choice === null) return { ...pointing, cells: others };
  const heading = cellHeading(lookUpLayout(layout), place.row, place.column);
  return { ...pointing, cells: [...others, { sheet, ...place, ...choice, heading }] };
}

/**
 * The sheet as it repeats, or once. Where it repeats for something else, what its cells and rows took of that goes.
 * @param repeat null: it is there once
 */
export function withRepeat(pointing: Pointing, sheet: string, repeat: RepeatedSheet | null): Pointing {
  const before = pointing.repeats.find((each) => each.sheet === sheet);
  const repeats = pointing.repeats.filter((each) => each !== before);
  const kept = { ...pointing, repeats: repeat === null ? repeats : [...repeats, repeat] };
  if (before === undefined || before.source === repeat?.source) return kept;
  return {
    ...kept,
    cells: pointing.cells.filter((cell) => cell.sheet !== sheet || cell.source !== before.source),
    blocks: pointing.blocks.map((block) => (block.sheet === sheet ? { ...block, match: null } : block)),
  };
}

/** A block over these rows; single cells within them are taken back. */
export function withNewBlock(
  pointing: Pointing,
  layout: SheetLayout,
  rows: Pick<PointedBlock, 'top' | 'bottom'>,
  source: string,
): Pointing {
  const block: PointedBlock = {
    sheet: layout.name,
    ...rows,
    source,
    columns: [],
    filters: [],
    order: null,
    match: null,
    below: rowHeading(lookUpLayout(layout), rows.bottom + 1),
  };
  const isOutside = ({ sheet, row }: PointedCell) => !overlaps(block, { sheet, top: row, bottom: row });
  const cells = pointing.cells.filter(isOutside);
  return { ...pointing, cells, blocks: [...pointing.blocks, block] };
}

/** @param changed null takes the block back */
export function withBlock(pointing: Pointing, block: PointedBlock, changed: PointedBlock | null): Pointing {
  const blocks = pointing.blocks.flatMap((each) => (each === block ? (changed ?? []) : each));
  return { ...pointing, blocks };
}

/** Another source has other fields: what was pointed at with the old ones goes. */
export function withSource(block: PointedBlock, source: string): PointedBlock {
  return source === block.source
    ? block
    : { ...block, source, columns: [], filters: [], order: null, match: null };
}

export function withRows(
  block: PointedBlock,
  layout: SheetLayout,
  rows: Pick<PointedBlock, 'top' | 'bottom'>,
): PointedBlock {
  const look = lookUpLayout(layout);
  return {
    ...block,
    ...rows,
    below: rowHeading(look, rows.bottom + 1),
    columns: block.columns.map((column) => ({
      ...column,
      heading: columnHeading(look, rows.top, column.column),
    })),
  };
}

/** @param choice null takes the column back */
export function withColumn(
  block: PointedBlock,
  layout: SheetLayout,
  column: number,
  choice: { field: string; format: ValueFormat } | null,
): PointedBlock {
  const others = block.columns.filter((each) => each.column !== column);
  if (choice === null) return { ...block, columns: others };
  const heading = columnHeading(lookUpLayout(layout), block.top, column);
  const columns = [...others, { column, ...choice, heading }].toSorted(
    (one, other) => one.column - other.column,
  );
  return { ...block, columns };
}

/** The headings are those of the form now: what did not fit is what is meant. */
export function refitted(pointing: Pointing, layouts: readonly SheetLayout[]): Pointing {
  const known = new Map(layouts.map((layout) => [layout.name, layout]));
  return {
    repeats: pointing.repeats.filter(({ sheet }) => known.has(sheet)),
    cells: pointing.cells.flatMap((cell) => {
      const layout = known.get(cell.sheet);
      if (layout === undefined) return [];
      return [{ ...cell, heading: cellHeading(lookUpLayout(layout), cell.row, cell.column) }];
    }),
    blocks: pointing.blocks.flatMap((block) => {
      const layout = known.get(block.sheet);
      return layout === undefined ? [] : [withRows(block, layout, block)];
    }),
  };
}
