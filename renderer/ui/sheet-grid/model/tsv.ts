/** A block of pasted or copied texts, row by row; rows may differ in length. */
export type Block = readonly (readonly string[])[];

function endsField(text: string, index: number): boolean {
  return index >= text.length || text[index] === '\t' || text[index] === '\n';
}

interface Field {
  readonly value: string;
  /** Index of the separator behind the field, or the text's length. */
  readonly end: number;
}

/** A quoted field, or null if the quotes do not enclose it wholly: then they are part of the text. */
function readQuoted(text: string, start: number): Field | null {
  let value = '';
  let index = start + 1;
  while (index < text.length) {
    if (text[index] !== '"') {
      value += text[index];
      index += 1;
    } else if (text[index + 1] === '"') {
      value += '"';
      index += 2;
    } else {
      return endsField(text, index + 1) ? { value, end: index + 1 } : null;
    }
  }
  return null;
}

function readPlain(text: string, start: number): Field {
  let end = start;
  while (!endsField(text, end)) end += 1;
  return { value: text.slice(start, end), end };
}

/** Reads the text that Excel and WPS put on the clipboard: quoted where a cell holds tabs or line breaks. */
export function parseTsv(source: string): Block {
  const text = source.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let start = 0;
  for (;;) {
    const field = (text[start] === '"' ? readQuoted(text, start) : null) ?? readPlain(text, start);
    row.push(field.value);
    if (text[field.end] !== '\t') {
      rows.push(row);
      row = [];
      if (field.end >= text.length) return rows;
    }
    start = field.end + 1;
  }
}

function quoteWhereNeeded(value: string): string {
  return /^"|[\t\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The counterpart of parseTsv, every row ended as Excel ends it. */
export function formatTsv(block: Block): string {
  return block.map((row) => `${row.map(quoteWhereNeeded).join('\t')}\r\n`).join('');
}
