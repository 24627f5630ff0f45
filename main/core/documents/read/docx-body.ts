import type { TextDocumentBlock } from '#shared/text-document.ts';
import type { ReadLimits } from '../../excel/read/limits.ts';
import { scanXml, type XmlAttributes, type XmlPart } from '../../excel/read/xml-scanner.ts';
import type { Numbering } from './docx-numbering.ts';
import { levelOfOutline, type Styles } from './docx-styles.ts';
import { createTables } from './docx-tables.ts';
import { attribute, count, isOn, wordNamespaces } from './docx-vocabulary.ts';
import { createTextBudget } from './text-budget.ts';

/** A paragraph while it is read; one within a text box is read while the one around it is open. */
interface OpenParagraph {
  text: string;
  style: string | undefined;
  outline: number | undefined;
  list: string | undefined;
  listLevel: number | undefined;
}

interface Body {
  blocks: TextDocumentBlock[];
  warnings: string[];
}

/** What stands in these is not the text as it is to be read: deleted, moved away, older looks, reading aids. */
const leftOut: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'numberingChange',
  'rt',
]);

const breaks: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

export function readBody(part: XmlPart, styles: Styles, numbering: Numbering, limits: ReadLimits): Body {
  const budget = createTextBudget();
  const blocks: TextDocumentBlock[] = [];
  const tables = createTables(budget, (table) => blocks.push(table));
  const found = { revisions: false, pictures: false, hidden: false, chunks: false };
  const paragraphs: OpenParagraph[] = [];
  let skippedFrom = Number.POSITIVE_INFINITY;
  let isText = false;
  let isTabs = false;
  let isHidden = false;

  const finishParagraph = (): void => {
    const paragraph = paragraphs.pop();
    if (paragraph === undefined) return;
    const number = numberOf(paragraph, styles, numbering);
    const text = `${number}${paragraph.text}`.trimEnd();
    if (tables.takeText(text) || paragraph.text.trim() === '') return;
    budget.takeBlock();
    blocks.push({ kind: 'paragraph', text, level: levelOf(paragraph, styles) });
  };

  const addText = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    if (isHidden && text.trim() !== '') found.hidden = true;
    if (paragraph === undefined || isHidden) return;
    budget.takeCharacters(text.length);
    paragraph.text += text;
  };

  const open = (name: string, attributes: XmlAttributes, depth: number): void => {
    if (depth > skippedFrom) return;
    if (leftOut.has(name)) {
      skippedFrom = depth;
      if (name !== 'rt') found.revisions = true;
      return;
    }
    if (name === 'p') paragraphs.push(newParagraph());
    else if (name === 'r') isHidden = false;
    else if (name === 't') isText = true;
    else if (name === 'tabs') isTabs = true;
    else if (name === 'vanish') isHidden = isOn(attributes);
    else if (name === 'altChunk') found.chunks = true;
    else if (breaks[name] !== undefined && !isTabs) addText(breaks[name]);
    else if (!tables.open(name, attributes)) noteProperty(paragraphs.at(-1), name, attributes);
  };

  const close = (name: string, depth: number): void => {
    if (depth === skippedFrom) skippedFrom = Number.POSITIVE_INFINITY;
    else if (depth > skippedFrom) return;
    else if (name === 'p') finishParagraph();
    else if (name === 't') isText = false;
    else if (name === 'tabs') isTabs = false;
    else tables.close(name);
  };

  const text = (value: string): void => {
    if (isText && skippedFrom === Number.POSITIVE_INFINITY) addText(value);
  };

  // Text boxes lie within foreign elements; their older form repeats them.
  const enters = (name: string): boolean => {
    if (name === 'pic:pic' || name === 'v:imagedata') found.pictures = true;
    return !name.endsWith(':Fallback');
  };
  scanXml(part, wordNamespaces, { open, close, text, enters }, limits);
  return { blocks, warnings: warningsOf(found) };
}

function newParagraph(): OpenParagraph {
  return { text: '', style: undefined, outline: undefined, list: undefined, listLevel: undefined };
}

function noteProperty(paragraph: OpenParagraph | undefined, name: string, attributes: XmlAttributes): void {
  if (paragraph === undefined) return;
  if (name === 'pStyle') paragraph.style = attribute(attributes, 'val');
  else if (name === 'outlineLvl') paragraph.outline = count(attributes, 'val');
  else if (name === 'numId') paragraph.list = attribute(attributes, 'val');
  else if (name === 'ilvl') paragraph.listLevel = count(attributes, 'val');
}

function levelOf({ style, outline }: OpenParagraph, styles: Styles): number | null {
  return outline === undefined ? styles.levelOf(style) : levelOfOutline(outline);
}

/** An empty paragraph of a list has a number too, and counts. List 0 takes the style's number away. */
function numberOf({ style, list, listLevel }: OpenParagraph, styles: Styles, numbering: Numbering): string {
  const ofStyle = styles.listOf(style);
  if (list === '0') return '';
  if (list === undefined) return ofStyle === null ? '' : numbering.next(ofStyle);
  return numbering.next({ list, level: listLevel ?? ofStyle?.level ?? 0 });
}

function warningsOf(found: Record<'revisions' | 'pictures' | 'hidden' | 'chunks', boolean>): string[] {
  return [
    found.revisions ? '文档里有修订痕迹，已按接受修订后的文字读出，请与原件核对。' : '',
    found.pictures ? '文档里有图片，图片里的文字没有读出。' : '',
    found.hidden ? '文档里有隐藏的文字，没有读出。' : '',
    found.chunks ? '文档里嵌有另一个文件的内容，没有读出。' : '',
  ].filter((warning) => warning !== '');
}
