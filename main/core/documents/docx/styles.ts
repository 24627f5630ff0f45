import { type FontName, fonts } from './fonts.ts';
import { cells, halfPoints, millimetres, TEXT_POINTS, TEXT_SPACING } from './measures.ts';

/*
 * The named styles of the file, as a clerk finds them in WPS and Word. Lines have an exact height and ignore the
 * grid: LibreOffice would move each paragraph to the next grid line, Word and WPS would not.
 */

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export const styleIds = {
  text: 'PaperText',
  flush: 'PaperFlush',
  mark: 'PaperMark',
  title: 'PaperTitle',
  table: 'PaperTable',
  endMatter: 'PaperEndMatter',
  pageNumber: 'PaperPageNumber',
} as const;

export function headingStyle(level: number): string {
  return `Heading${level}`;
}

interface Look {
  font?: FontName;
  /** Points. */
  size?: number;
  /** Twips added to each character. */
  spacing?: number;
  /** Exact height of a line in twips. */
  line?: number;
  indent?: number;
  align?: 'both' | 'center' | 'left';
  outline?: number;
  color?: string;
}

export const RED = 'E60012';
/** 二号 of the title; its lines stand 12.3 mm apart. */
const TITLE_LINE = millimetres(12.3);
const TITLE_POINTS = 22;
const TABLE_POINTS = 12;
const TABLE_LINE = 324;
export const END_MATTER_POINTS = 14;
export const END_MATTER_LINE = millimetres(8.8);

/** @param line from line to line of body text, in twips */
export function paperStyles(line: number): string {
  const styles = [
    documentDefaults(),
    style('Normal', 'Normal', null, {
      font: fonts.fangSong,
      size: TEXT_POINTS,
      spacing: TEXT_SPACING,
      line,
      align: 'both',
    }),
    style(styleIds.text, '公文正文', 'Normal', { indent: cells(2) }),
    style(styleIds.flush, '公文顶格', 'Normal', {}),
    style('Heading1', 'heading 1', 'Normal', { font: fonts.hei, indent: cells(2), outline: 0 }),
    style('Heading2', 'heading 2', 'Normal', { font: fonts.kai, indent: cells(2), outline: 1 }),
    style('Heading3', 'heading 3', 'Normal', { indent: cells(2), outline: 2 }),
    style('Heading4', 'heading 4', 'Normal', { indent: cells(2), outline: 3 }),
    style(styleIds.mark, '发文机关标志', 'Normal', {
      font: fonts.mark,
      spacing: 0,
      align: 'center',
      color: RED,
    }),
    style(styleIds.title, '公文标题', 'Normal', {
      font: fonts.mark,
      size: TITLE_POINTS,
      spacing: 0,
      line: TITLE_LINE,
      align: 'center',
    }),
    style(styleIds.table, '公文表格', 'Normal', {
      size: TABLE_POINTS,
      spacing: 0,
      line: TABLE_LINE,
      align: 'left',
    }),
    style(styleIds.endMatter, '版记', 'Normal', {
      size: END_MATTER_POINTS,
      spacing: 0,
      line: END_MATTER_LINE,
      align: 'left',
    }),
    style(styleIds.pageNumber, '页码', 'Normal', { font: fonts.song, size: 14, spacing: 0, line: 400 }),
  ];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles ${namespace}>${styles.join('')}</w:styles>`;
}

function documentDefaults(): string {
  return `<w:docDefaults><w:rPrDefault><w:rPr>${runProperties({ font: fonts.fangSong, size: TEXT_POINTS })}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${lineRules}</w:pPr></w:pPrDefault></w:docDefaults>`;
}

/** Only what differs from the style that it is based on. */
function style(id: string, name: string, basedOn: string | null, look: Look): string {
  const isNormal = basedOn === null;
  const attributes = isNormal ? ' w:default="1"' : id.startsWith('Paper') ? ' w:customStyle="1"' : '';
  const base = isNormal ? '' : `<w:basedOn w:val="${basedOn}"/>`;
  return `<w:style w:type="paragraph"${attributes} w:styleId="${id}"><w:name w:val="${name}"/>${base}<w:qFormat/><w:pPr>${isNormal ? lineRules : ''}${paragraphProperties(look)}</w:pPr><w:rPr>${runProperties(look)}</w:rPr></w:style>`;
}

/** Lines turn as in the printed pages: no punctuation beyond the margin, no space between Chinese and digits. */
const lineRules =
  '<w:widowControl w:val="0"/><w:kinsoku w:val="1"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/>' +
  '<w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>';

function paragraphProperties({ line, indent, align, outline }: Look): string {
  return [
    line === undefined ? '' : `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/>`,
    indent === undefined ? '' : `<w:ind w:firstLine="${indent}"/>`,
    align === undefined ? '' : `<w:jc w:val="${align}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ].join('');
}

function runProperties({ font, size, spacing, color }: Look): string {
  return [
    font === undefined
      ? ''
      : `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`,
    color === undefined ? '' : `<w:color w:val="${color}"/>`,
    spacing === undefined ? '' : `<w:spacing w:val="${spacing}"/>`,
    size === undefined ? '' : `<w:sz w:val="${halfPoints(size)}"/><w:szCs w:val="${halfPoints(size)}"/>`,
  ].join('');
}
