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

export function formatHtmlTable(block: Block): string {
  const rows = block.map((row) => {
    const cells = row.map((text) => `<td>${escapeHtml(text).replaceAll('\n', LINE_BREAK)}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<meta charset="utf-8"><table ${OWN_MARK}="">${rows.join('')}</table>`;
}
