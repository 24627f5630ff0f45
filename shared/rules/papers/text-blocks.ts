import type { PaperBlock, PaperRun } from './model.ts';

/**
 * Lines of text as blocks of a paper: `# ` to `#### ` before a line make it a heading of that level, any other line is
 * a paragraph, and {名称} is a place left open.
 */
export function textBlocks(lines: readonly string[]): PaperBlock[] {
  return lines.map((line) => {
    const [, marks, text] = /^(#{1,4}) (.*)$/u.exec(line) ?? [];
    if (marks === undefined || text === undefined) {
      return { kind: 'paragraph', place: 'indented', runs: runsOf(line) };
    }
    return { kind: 'heading', level: marks.length, runs: runsOf(text) };
  });
}

function runsOf(line: string): PaperRun[] {
  return line
    .split(/(\{[^{}]{1,30}\})/u)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') ? { text: '', field: part.slice(1, -1) } : { text: part }));
}
