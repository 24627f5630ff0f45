import type { ReadProblem, TableRow } from '../../tables/row-texts.ts';
import { SheetProblems } from './problems.ts';
import { type ReadFacts, readFacts, type SheetFigure } from './read-facts.ts';
import { findLineColumns, readLines, type ReadLines, type SheetItem } from './read-lines.ts';

/** A record sheet as it was filled in; what it is about has not been looked up yet. */
export interface ReadSheet extends ReadFacts, ReadLines {
  problems: ReadProblem[];
  /** Nothing is on it but what was on it when it was given out. */
  isBlank: boolean;
}

interface AskedForm {
  items: readonly SheetItem[];
  figures: readonly SheetFigure[];
}

/** Null: this is no record sheet. */
export function readSheet(rows: readonly TableRow[], { items, figures }: AskedForm): ReadSheet | null {
  const columns = findLineColumns(rows);
  if (columns === null) return null;
  const problems = new SheetProblems();
  const facts = readFacts(rows.slice(0, columns.place), figures, problems);
  const lines = readLines(rows, columns, items, facts.day, problems);
  // Day, team and inspectors may come from the schedule.
  const isBlank =
    [lines.answers, lines.found, facts.values].every((list) => list.length === 0) && facts.note === '';
  return { ...facts, ...lines, problems: problems.all, isBlank };
}
