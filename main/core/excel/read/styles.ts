import type { ReadLimits } from './limits.ts';
import { type NumberFormat, numberFormat } from './number-formats.ts';
import { spreadsheetNamespaces } from './vocabularies.ts';
import { WorkbookError } from './workbook-error.ts';
import { scanXml, type XmlPart } from './xml-scanner.ts';

/** Number formats by cell style number. */
export function readCellFormats(part: XmlPart, limits: ReadLimits): NumberFormat[] {
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let section = '';
  scanXml(
    part,
    spreadsheetNamespaces,
    {
      open: (name, attributes, depth) => {
        if (depth === 2) section = name;
        if (depth !== 3) return;
        if (section === 'numFmts' && name === 'numFmt') {
          codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        } else if (section === 'cellXfs' && name === 'xf') {
          formatIds.push(Number(attributes['numFmtId'] ?? 0));
        }
        if (formatIds.length > limits.cellFormats || codes.size > limits.cellFormats) {
          throw new WorkbookError('too-large', '文件里的单元格格式多得反常');
        }
      },
    },
    limits,
  );
  return shareFormats(formatIds, codes);
}

function shareFormats(ids: number[], codes: ReadonlyMap<number, string>): NumberFormat[] {
  const formats = new Map<number, NumberFormat>();
  return ids.map((id) => {
    const known = formats.get(id) ?? numberFormat(id, codes.get(id));
    formats.set(id, known);
    return known;
  });
}
