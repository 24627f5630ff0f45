import type { Paper, PaperBlock, PaperRun } from './model.ts';

/*
 * Places that a template leaves open. In running text they are runs with the field's name; where a part of a paper
 * is plain text they stand as {名称} in it: 关于督办{督办事项}的函.
 */

const PLACE = /\{([^{}\n]{1,30})\}/gu;

export type FieldValues = Readonly<Record<string, string>>;

/** Puts values into the open places; those that are not named stay open. An empty value takes a place out of plain text. */
export function fillPlaces(paper: Paper, values: FieldValues): Paper {
  return mapTexts(
    paper,
    (text) => text.replaceAll(PLACE, (place, name: string) => valueOf(values, name) ?? place),
    (run) => {
      const value = run.field === undefined ? undefined : valueOf(values, run.field);
      return value === undefined || run.text !== '' ? run : { ...run, text: value };
    },
  );
}

/** Names of the places that are still open, each once, in the order of the paper. */
export function openPlaces(paper: Paper): string[] {
  const names = new Set<string>();
  mapTexts(
    paper,
    (text) => {
      for (const [, name = ''] of text.matchAll(PLACE)) names.add(name);
      return text;
    },
    (run) => {
      if (run.field !== undefined && run.text.trim() === '') names.add(run.field);
      return run;
    },
  );
  return [...names];
}

/** Names of every place, open or filled: what a template asks for. */
export function placesOf(paper: Paper): string[] {
  const emptied = mapTexts(
    paper,
    (text) => text,
    (run) => (run.field === undefined ? run : { ...run, text: '' }),
  );
  return openPlaces(emptied);
}

function valueOf(values: FieldValues, name: string): string | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

type OnText = (text: string) => string;
type OnRun = (run: PaperRun) => PaperRun;

/** Every text of a paper through the two functions, from its head to its foot. */
function mapTexts(paper: Paper, onText: OnText, onRun: OnRun): Paper {
  const blocks = (list: PaperBlock[]) => list.flatMap((block) => splitLines(mapBlock(block, onText, onRun)));
  const { head, signature, endMatter, slip } = paper;
  return {
    ...paper,
    head: {
      ...head,
      issuers: head.issuers.map(onText),
      markSuffix: onText(head.markSuffix),
      signers: head.signers.map(onText),
      issueLine: head.issueLine && {
        left: onText(head.issueLine.left),
        right: onText(head.issueLine.right),
      },
    },
    title: onText(paper.title),
    addressee: onText(paper.addressee),
    body: blocks(paper.body),
    attachments: paper.attachments.map(({ title, body }) => ({ title: onText(title), body: blocks(body) })),
    attendance: paper.attendance.map(({ label, people }) => ({ label, people: onText(people) })),
    signature: signature && { ...signature, units: signature.units.map(onText) },
    note: onText(paper.note),
    endMatter: endMatter && {
      ...endMatter,
      copyTo: onText(endMatter.copyTo),
      printer: onText(endMatter.printer),
    },
    slip: slip && {
      title: onText(slip.title),
      rows: slip.rows.map(({ label, value }) => ({ label, value: onText(value) })),
    },
  };
}

/** A value of several lines makes as many paragraphs. */
function splitLines(block: PaperBlock): PaperBlock[] {
  if (block.kind !== 'paragraph' || !block.runs.some(({ text }) => text.includes('\n'))) return [block];
  const lines: PaperRun[][] = [[]];
  for (const run of block.runs) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ ...run, text });
    }
  }
  return lines
    .filter((runs) => runs.some(({ text }) => text.trim() !== ''))
    .map((runs) => ({ ...block, runs }));
}

function mapBlock(block: PaperBlock, onText: OnText, onRun: OnRun): PaperBlock {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, runs: block.runs.map((run) => onRun({ ...run, text: onText(run.text) })) };
    case 'table':
      return {
        ...block,
        caption: onText(block.caption),
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: onText(cell.text) }))),
      };
    case 'pageBreak':
      return block;
  }
}
