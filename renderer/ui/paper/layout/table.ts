import type { PaperCell, PaperTable } from '#shared/rules/papers/model.ts';
import { rowGroups, sliceRows } from '#shared/rules/papers/table-slices.ts';
import { element } from './element.ts';
import type { PageFlow } from './page-flow.ts';
import { fittingCharacters } from './split-text.ts';

/* Tables are cut between rows, their head rows repeated on every page (cl. 8). */

/** Above so many columns the type is 五号 instead of 小四. */
const COLUMNS_OF_LARGER_TYPE = 6;

type Rows = PaperTable['rows'];

export function addTable(flow: PageFlow, table: PaperTable): void {
  flow.turnTo(table.landscape);
  const filling = new TableFilling(flow, table);
  for (const [from, to] of rowGroups(table)) filling.add(sliceRows(table.rows, from, to));
}

/** One table on its way over the pages. */
class TableFilling {
  private readonly flow: PageFlow;
  private readonly table: PaperTable;
  private part: HTMLElement;
  private body: HTMLElement;
  private isEmpty = true;

  constructor(flow: PageFlow, table: PaperTable) {
    this.flow = flow;
    this.table = table;
    [this.part, this.body] = this.start(table.caption);
  }

  /** Adds rows that belong together; where even an empty page is too small for them they are parted. */
  add(rows: Rows): void {
    if (this.tryAdd(rows)) return;
    if (this.isEmpty) {
      if (this.flow.turnPage(this.part) && this.tryAdd(rows)) return;
    } else {
      this.nextPage();
      if (this.tryAdd(rows)) return;
    }
    this.addParted(rows);
  }

  private addParted(rows: Rows): void {
    for (let count = rows.length - 1; count > 0; count -= 1) {
      if (!this.tryAdd(sliceRows(rows, 0, count))) continue;
      this.nextPage();
      this.add(sliceRows(rows, count, rows.length));
      return;
    }
    const [row = []] = rows;
    const [fitting, rest] = this.cutRow(row);
    this.append([fitting]);
    const left = [...(rest === null ? [] : [rest]), ...sliceRows(rows, 1, rows.length)];
    if (left.length === 0) return;
    this.nextPage();
    this.add(left);
  }

  private tryAdd(rows: Rows): boolean {
    const added = this.append(rows);
    if (this.flow.fits(this.part)) {
      this.isEmpty = false;
      this.flow.release();
      return true;
    }
    for (const row of added) row.remove();
    return false;
  }

  private append(rows: Rows): HTMLElement[] {
    const added = rows.map(rowElement);
    this.body.append(...added);
    return added;
  }

  private nextPage(): void {
    this.flow.open(this.table.landscape);
    [this.part, this.body] = this.start('');
    this.isEmpty = true;
  }

  private start(caption: string): [HTMLElement, HTMLElement] {
    const body = element('tbody', []);
    const columns = columnGroup(this.table.columns);
    const head = element('thead', [], ...sliceRows(this.table.rows, 0, this.table.headRows).map(rowElement));
    const table = element('table', ['table'], columns, head, body);
    const isWide = this.table.columns.length > COLUMNS_OF_LARGER_TYPE;
    table.style.setProperty('--table-points', isWide ? '10.5pt' : '12pt');
    const part = element('div', [], ...(caption === '' ? [] : [element('p', ['caption'], caption)]), table);
    part.dataset['body'] = '';
    this.flow.page.block.append(part);
    return [part, body];
  }

  /** Parts one row that is higher than a page at the last line of each of its cells that fits. */
  private cutRow(row: PaperCell[]): [PaperCell[], PaperCell[] | null] {
    const [tall] = this.append([row]);
    const cells = [...(tall?.children ?? [])] as HTMLElement[];
    for (const cell of cells) cell.style.verticalAlign = 'top';
    const limit = this.flow.limit;
    const counts = cells.map((cell) => fittingCharacters(cell, limit));
    tall?.remove();
    const rest = row.map((cell, index) => ({ ...cell, text: cell.text.slice(counts[index]) }));
    if (counts.every((count) => count === 0) || rest.every(({ text }) => text === '')) return [row, null];
    return [row.map((cell, index) => ({ ...cell, text: cell.text.slice(0, counts[index]) })), rest];
  }
}

function columnGroup(shares: readonly number[]): HTMLElement {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const columns = shares.map((share) => {
    const column = element('col', []);
    column.style.width = `${(share / whole) * 100}%`;
    return column;
  });
  return element('colgroup', [], ...columns);
}

function rowElement(cells: readonly PaperCell[]): HTMLElement {
  const made = cells.map((cell) => {
    const place = element('td', cell.bold === true ? ['bold'] : [], cell.text) as HTMLTableCellElement;
    place.colSpan = cell.across;
    place.rowSpan = cell.down;
    place.style.textAlign = cell.align;
    if (cell.height !== undefined) {
      place.style.boxSizing = 'border-box';
      place.style.height = `${cell.height}mm`;
    }
    if (cell.top === true) place.style.verticalAlign = 'top';
    return place;
  });
  return element('tr', [], ...made);
}
