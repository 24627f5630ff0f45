import { bodyLimits } from '#shared/rules/papers/limits.ts';
import type { PaperBlock, PaperCell, PaperRun, PaperTable } from '#shared/rules/papers/model.ts';

const lineBreak = /\r\n|[\n\r\v\f\u2028\u2029]/;

/**
 * The one form in which the editor gives blocks back: no line breaks inside a paragraph, no two runs of one look side
 * by side, no empty runs but open fields, no tables without rows, no empty body text at the end.
 */
export function normalizeBlocks(blocks: readonly PaperBlock[]): PaperBlock[] {
  return withoutEmptyEnd(blocks.flatMap(normalizeBlock));
}

function normalizeBlock(block: PaperBlock): PaperBlock[] {
  if (block.kind === 'pageBreak') return [block];
  if (block.kind === 'table') return block.rows.length === 0 ? [] : [normalizeTable(block)];
  const [first = [], ...others] = runLines(block.runs).map(normalizeRuns);
  const place = block.kind === 'paragraph' ? block.place : 'indented';
  return [{ ...block, runs: first }, ...others.map((runs) => ({ kind: 'paragraph' as const, place, runs }))];
}

/** The runs of each line, where the texts hold line breaks. */
function runLines(runs: readonly PaperRun[]): PaperRun[][] {
  const lines: PaperRun[][] = [[]];
  for (const run of runs) {
    const [first = '', ...others] = run.text.split(lineBreak);
    lines.at(-1)?.push({ ...run, text: first });
    for (const text of others) lines.push(text === '' ? [] : [{ ...run, text }]);
  }
  return lines;
}

/** Runs as the editor gives them back: see `normalizeBlocks`. */
export function normalizeRuns(runs: readonly PaperRun[]): PaperRun[] {
  const joined: PaperRun[] = [];
  for (const run of runs.map(plainRun)) {
    const last = joined.at(-1);
    if (run.text === '' && run.field === undefined) continue;
    if (last && last.text !== '' && run.text !== '' && isSameLook(last, run)) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    } else joined.push(run);
  }
  return joined.flatMap(cutRun);
}

function plainRun({ text, bold, field, resolution }: PaperRun): PaperRun {
  return {
    text,
    ...(bold ? { bold } : {}),
    ...(field ? { field } : {}),
    ...(resolution ? { resolution } : {}),
  };
}

function isSameLook(one: PaperRun, other: PaperRun): boolean {
  return one.bold === other.bold && one.field === other.field && one.resolution === other.resolution;
}

function cutRun(run: PaperRun): PaperRun[] {
  if (run.text.length <= bodyLimits.runText) return [run];
  const count = Math.ceil(run.text.length / bodyLimits.runText);
  return Array.from({ length: count }, (_, index) => ({
    ...run,
    text: run.text.slice(index * bodyLimits.runText, (index + 1) * bodyLimits.runText),
  }));
}

function normalizeTable(table: PaperTable): PaperTable {
  return {
    ...table,
    headRows: Math.min(table.headRows, table.rows.length),
    rows: table.rows.map((row) => row.map(normalizeCell)),
  };
}

function normalizeCell({ text, bold, align, across, down, height, top }: PaperCell): PaperCell {
  const lines = text.split(lineBreak).join('\n').slice(0, bodyLimits.cellText);
  return {
    text: lines,
    ...(bold ? { bold } : {}),
    align,
    across,
    down,
    ...(height === undefined ? {} : { height }),
    ...(top === true ? { top } : {}),
  };
}

function withoutEmptyEnd(blocks: readonly PaperBlock[]): PaperBlock[] {
  const last = blocks.findLastIndex((block) => !isEmptyText(block));
  return blocks.slice(0, last + 1);
}

/** Body text with nothing in it. */
function isEmptyText(block: PaperBlock | undefined): boolean {
  return block?.kind === 'paragraph' && block.place === 'indented' && block.runs.length === 0;
}
