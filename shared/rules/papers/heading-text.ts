import type { PaperBlock, PaperRun } from './model.ts';

type Heading = Extract<PaperBlock, { kind: 'heading' }>;

export interface HeadingText {
  /** In the type of the heading's level. */
  heading: PaperRun[];
  /** What follows the first full stop of a heading of level 1 or 2 is body text on the same line, in 仿宋. */
  text: PaperRun[];
}

/** Parts a heading from the body text that runs on behind it. */
export function headingText({ level, runs }: Heading): HeadingText {
  if (level > 2) return { heading: runs, text: [] };
  const at = runs.findIndex(({ text }) => text.includes('。'));
  const run = runs[at];
  if (run === undefined) return { heading: runs, text: [] };
  const end = run.text.indexOf('。') + 1;
  const before = { ...run, text: run.text.slice(0, end) };
  const behind = { ...run, text: run.text.slice(end) };
  return {
    heading: [...runs.slice(0, at), before],
    text: [...(behind.text === '' ? [] : [behind]), ...runs.slice(at + 1)],
  };
}

/** Whether a line that only announces what follows, so that it must not stand alone at the end of a page. */
export function announces({ runs }: Heading): boolean {
  const text = runs.map((run) => run.text).join('');
  return !/[。；！？;!?]/.test(text);
}
