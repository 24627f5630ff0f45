import type { ReadLimits } from '../../excel/read/limits.ts';
import { WorkbookError } from '../../excel/read/workbook-error.ts';
import { scanXml, type XmlPart } from '../../excel/read/xml-scanner.ts';
import { attribute, count, wordNamespaces } from './docx-vocabulary.ts';
import { textLimits } from './text-limits.ts';

/** Place in a list that counts by itself. */
export interface ListPlace {
  list: string;
  level: number;
}

interface Style {
  name: string;
  basedOn: string | undefined;
  outline: number | undefined;
  list: string | undefined;
  listLevel: number | undefined;
}

export interface Styles {
  /** 0 title, 1–9 heading, null body text. */
  levelOf(style: string | undefined): number | null;
  listOf(style: string | undefined): ListPlace | null;
}

export function readStyles(part: XmlPart | undefined, limits: ReadLimits): Styles {
  const styles = part === undefined ? new Map<string, Style>() : scanStyles(part, limits);
  return {
    levelOf: (id) => firstOf(styles, id, levelOfStyle) ?? null,
    listOf: (id) => {
      const list = firstOf(styles, id, (style) => style.list);
      if (list === undefined || list === '0') return null;
      return { list, level: firstOf(styles, id, (style) => style.listLevel) ?? 0 };
    },
  };
}

function scanStyles(part: XmlPart, limits: ReadLimits): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  scanXml(
    part,
    wordNamespaces,
    {
      open: (name, attributes) => {
        const value = attribute(attributes, 'val');
        if (name === 'style') {
          style = { name: '', basedOn: undefined, outline: undefined, list: undefined, listLevel: undefined };
          styles.set(attribute(attributes, 'styleId') ?? '', style);
          if (styles.size > textLimits.styles) throw new WorkbookError('too-large', '文件里的样式多得反常');
        } else if (style === undefined) return;
        else if (name === 'name') style.name = value ?? '';
        else if (name === 'basedOn') style.basedOn = value;
        else if (name === 'outlineLvl') style.outline = count(attributes, 'val');
        else if (name === 'numId') style.list = value;
        else if (name === 'ilvl') style.listLevel = count(attributes, 'val');
      },
      close: (name) => {
        if (name === 'style') style = undefined;
      },
    },
    limits,
  );
  return styles;
}

/** Outline levels are 0–8; 9 says body text. */
export function levelOfOutline(outline: number): number | null {
  return outline < 9 ? outline + 1 : null;
}

function levelOfStyle({ name, outline }: Style): number | null | undefined {
  if (/^(title|标题|公文标题)$/i.test(name)) return 0;
  const [, heading] = /^(?:heading|标题)\s*([1-9])$/i.exec(name) ?? [];
  if (heading !== undefined) return Number(heading);
  return outline === undefined ? undefined : levelOfOutline(outline);
}

const LONGEST_CHAIN = 20;

/** What the style or the nearest one that it is based on says. */
function firstOf<Value>(
  styles: ReadonlyMap<string, Style>,
  id: string | undefined,
  read: (style: Style) => Value | undefined,
): Value | undefined {
  let next = id;
  for (let step = 0; next !== undefined && step < LONGEST_CHAIN; step += 1) {
    const style = styles.get(next);
    if (style === undefined) return undefined;
    const value = read(style);
    if (value !== undefined) return value;
    next = style.basedOn;
  }
  return undefined;
}
