import type { Block } from './tsv.ts';

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

// Without the Office property a line break would start a new row when pasted into Excel.
const LINE_BREAK = '<br style="mso-data-placement:same-cell">';

const OWN_MARK = 'data-own-sheet';

/** Whether a table on the clipboard was copied from a sheet of this program. */
export function isOwnTable(html: string): boolean {
  return html.includes(OWN_MARK);
}

/** Numbers as long as Excel keeps them, percentages and days: these it may read. */
const PLAIN = /^[+-]?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?%?$|^\d{4}-\d{2}-\d{2}$/;

/** Excel makes something else of these: a formula of =…, of 1-2 a day, and of 18 digits the last three zeros. */
const READ_OTHERWISE = /^\s*[=+\-@＝＋－ー＠\d]/;

const AS_TEXT = ` style="mso-number-format:'\\@'"`;

function formatCell(text: string): string {
  const style = READ_OTHERWISE.test(text) && !PLAIN.test(text) ? AS_TEXT : '';
  return `<td${style}>${escapeHtml(text).replaceAll('\n', LINE_BREAK)}</td>`;
}

export function formatHtmlTable(block: Block): string {
  const rows = block.map((row) => `<tr>${row.map(formatCell).join('')}</tr>`);
  return `<meta charset="utf-8"><table ${OWN_MARK}="">${rows.join('')}</table>`;
}
