import type { SheetColumn } from '../types.ts';

/** A head cell over the columns from..to, standing on `level` (0 is the top) and reaching `levels` down. */
export interface HeadSpan {
  readonly key: string;
  readonly title: string;
  readonly tooltip: string | undefined;
  readonly level: number;
  readonly levels: number;
  readonly from: number;
  readonly to: number;
}

export interface HeadLayout {
  /** Levels of groups plus the level of the titles. */
  readonly levels: number;
  readonly spans: readonly HeadSpan[];
}

function groupPath(column: SheetColumn, level: number): string | null {
  const groups = column.groups ?? [];
  if (level >= groups.length) return null;
  return JSON.stringify(groups.slice(0, level + 1).map((group) => group.key));
}

function groupSpans(columns: readonly SheetColumn[], level: number): HeadSpan[] {
  const spans: HeadSpan[] = [];
  let from = 0;
  while (from < columns.length) {
    const column = columns[from];
    const group = column?.groups?.[level];
    let to = from;
    if (column && group) {
      const path = groupPath(column, level);
      for (let next = columns[to + 1]; next && groupPath(next, level) === path; next = columns[to + 1])
        to += 1;
      const { title, tooltip } = group;
      spans.push({ key: `${path} ${from}`, title, tooltip, level, levels: 1, from, to });
    }
    from = to + 1;
  }
  return spans;
}

/** Lays out the head: equal groups of neighbours merge, a column with fewer groups gets a taller title. */
export function layOutHead(columns: readonly SheetColumn[]): HeadLayout {
  const groupLevels = Math.max(0, ...columns.map((column) => column.groups?.length ?? 0));
  const levels = groupLevels + 1;
  const groups = Array.from({ length: groupLevels }, (_, level) => groupSpans(columns, level)).flat();
  const titles = columns.map(({ key, title, tooltip, groups: own = [] }, index) => ({
    key,
    title,
    tooltip,
    level: own.length,
    levels: levels - own.length,
    from: index,
    to: index,
  }));
  return { levels, spans: [...groups, ...titles] };
}

export function spanAt(layout: HeadLayout, level: number, column: number): HeadSpan | undefined {
  return layout.spans.find(
    (span) =>
      span.from <= column && column <= span.to && span.level <= level && level < span.level + span.levels,
  );
}
