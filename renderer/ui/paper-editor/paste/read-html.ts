import type { PaperBlock } from '#shared/rules/papers/model.ts';
import type { HeadingLevel } from '#shared/rules/papers/numbering.ts';
import { typedHeading } from '#shared/rules/papers/read-text.ts';
import { normalizeRuns } from '../document/normalize.ts';
import { joinLines } from './join-lines.ts';
import { readTable } from './read-table.ts';
import type { TextStyle } from './style.ts';
import { isHidden, isIgnored, placeOf, styleWithin, withoutStyles } from './style.ts';

export interface ReadHtml {
  blocks: PaperBlock[];
  /** How many pictures and drawings were left out. */
  pictures: number;
}

const blockTags =
  'p, div, h1, h2, h3, h4, h5, h6, li, ul, ol, table, section, article, blockquote, pre, dl, dt, dd, tr, center, main, header, footer';
const pictureTags = 'img, svg, canvas, video, object, embed, v\\:imagedata';

/** What a word processor, a sheet or a page puts on the clipboard, as blocks: words, tables and levels without looks. */
export function readHtml(html: string): ReadHtml {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  const reader = new HtmlReader();
  reader.readChildren(body, { bold: false, place: 'indented' });
  reader.endBlock();
  return { blocks: reader.blocks, pictures: body.querySelectorAll(pictureTags).length };
}

class HtmlReader {
  readonly blocks: PaperBlock[] = [];
  private runs: { text: string; bold: boolean }[] = [];
  private place: TextStyle['place'] = 'indented';
  /** Of a heading element or numbered list; 0: only a typed number tells. */
  private level: HeadingLevel | 0 = 0;

  readChildren(parent: Element, style: TextStyle): void {
    for (const child of parent.childNodes) {
      if (child instanceof Text) this.addText(child.data, style, isPreformatted(parent));
      else if (child instanceof HTMLElement && !isIgnored(child) && !isHidden(child)) {
        this.readElement(child, style);
      }
    }
  }

  private readElement(element: HTMLElement, outer: TextStyle): void {
    const style = styleWithin(element, outer);
    if (element instanceof HTMLTableElement) return this.readTable(element, style);
    if (element instanceof HTMLBRElement) return this.endBlock();
    if (!element.matches(blockTags)) return this.readChildren(element, style);
    this.endBlock();
    this.place = placeOf(element, style.place);
    this.level = levelOf(element);
    this.readChildren(element, { ...style, place: this.place });
    this.endBlock();
  }

  /** A table of one cell is somebody's page layout, not a table. */
  private readTable(table: HTMLTableElement, style: TextStyle): void {
    this.endBlock();
    const cells = table.querySelectorAll('td, th');
    const [only] = cells;
    if (cells.length === 1 && only) this.readChildren(only, style);
    else this.blocks.push(...readTable(table));
    this.endBlock();
  }

  private addText(text: string, { bold, place }: TextStyle, isPlain: boolean): void {
    if (this.runs.length === 0) this.place = place;
    const lines = isPlain ? text.split('\n') : [joinLines(text)];
    lines.forEach((line, index) => {
      if (index > 0) this.endBlock();
      this.runs.push({ text: line.replaceAll('\u00a0', ' '), bold });
    });
  }

  endBlock(): void {
    const text = this.runs.map((run) => run.text).join('');
    if (text.trim() !== '') this.blocks.push(this.blockOf(text));
    this.runs = [];
    this.level = 0;
  }

  private blockOf(text: string): PaperBlock {
    const typed = typedHeading(text);
    const level = typed?.level ?? this.level;
    const start = typed?.length ?? text.length - text.trimStart().length;
    const runs = cutRuns(this.runs, start, text.trimEnd().length);
    if (level === 0) return { kind: 'paragraph', place: this.place, runs: normalizeRuns(runs) };
    // A heading's look is given by its level.
    return { kind: 'heading', level, runs: normalizeRuns(runs.map((run) => ({ text: run.text }))) };
  }
}

function isPreformatted(element: Element): boolean {
  return element.closest('pre') !== null;
}

function levelOf(element: Element): HeadingLevel | 0 {
  const heading = /^H([1-4])$/.exec(element.tagName)?.[1];
  if (heading !== undefined) return Number(heading) as HeadingLevel;
  return element.matches('ol > li') ? 3 : 0;
}

function cutRuns<Run extends { text: string }>(runs: readonly Run[], start: number, end: number): Run[] {
  let before = 0;
  return runs.map((run) => {
    const text = run.text.slice(Math.max(0, start - before), Math.max(0, end - before));
    before += run.text.length;
    return { ...run, text };
  });
}
