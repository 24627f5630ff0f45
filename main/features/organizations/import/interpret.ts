import type { OrganizationImportPlace } from '#shared/contract/organizations.ts';
import { paperDay } from '#shared/calendar/days.ts';
import { existsSince, firstUncovered, rangesOverlap } from '#shared/rules/organizations/history.ts';
import { levelNames, mayStandUnder, type OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import { type Meaning, organizationTableColumns } from '#shared/rules/organizations/table-columns.ts';
import { type ReadProblem, RowTexts, type TableRow } from '#shared/rules/tables/row-texts.ts';
import type { GivenTable } from '#main/core/table-import/list-import.ts';
import { type ImportNode, KnownOrganizations } from './known.ts';
import { readLevel, type ReadRow, RowReader } from './read-row.ts';

/** What an import would do: newcomers with parents before children, and rows of today that would be corrected. */
export interface Interpretation {
  rows: InterpretedRow[];
  newcomers: ImportNode[];
  updates: Map<ImportNode, NodeUpdate>;
  problems: ReadProblem[];
}

export interface NodeUpdate {
  /** The first one that says anything new. */
  row: number;
  shortName?: string;
  marks?: string[];
  code?: string;
}

type Said = Omit<NodeUpdate, 'row'>;

export interface InterpretedRow {
  row: number;
  /** Null where the row could not be understood. */
  node: ImportNode | null;
  /** Whom it names before any other row does; its own organization is the last of them. */
  newcomers: ImportNode[];
}

/** Reads a table against what the office has; changes nothing. The same table and office give the same result. */
export function interpret(
  table: GivenTable<Meaning>,
  place: OrganizationImportPlace,
  known: KnownOrganizations,
  today: string,
): Interpretation {
  return new Interpreter(table, place, known, today).run();
}

class Interpreter {
  readonly #table: GivenTable<Meaning>;
  readonly #texts: RowTexts<Meaning>;
  readonly #place: OrganizationImportPlace;
  readonly #known: KnownOrganizations;
  readonly #today: string;
  readonly #placeParent: ImportNode;
  readonly #newcomers: ImportNode[] = [];
  readonly #updates = new Map<ImportNode, NodeUpdate>();
  /** In a list with levels but without parents each row stands under the last one above it of a higher level. */
  readonly #last = new Map<OrganizationLevel, ImportNode>();

  constructor(
    table: GivenTable<Meaning>,
    place: OrganizationImportPlace,
    known: KnownOrganizations,
    today: string,
  ) {
    this.#table = table;
    this.#texts = new RowTexts(table.columns);
    this.#place = place;
    this.#known = known;
    this.#today = today;
    this.#placeParent = known.byUid(place.parentUid) ?? known.root;
  }

  run(): Interpretation {
    const { rows, columns } = this.#table;
    const reader = new RowReader(columns, this.#texts, organizationTableColumns(this.#known.marks));
    const read = rows.flatMap((source) => this.#interpret(reader, source) ?? []);
    const [newcomers, updates] = [this.#newcomers, this.#updates];
    return { rows: read, newcomers, updates, problems: this.#texts.problems };
  }

  #interpret(reader: RowReader, source: TableRow): InterpretedRow | null {
    const { row, unread = [] } = source;
    // A cell without its value names nobody; it is asked about where the table is looked over.
    if (unread.some((index) => this.#table.columns.some((column) => column.index === index)))
      return { row, node: null, newcomers: [] };
    const read = reader.read(withoutUnread(source));
    if (read === null) return null;
    const before = this.#newcomers.length;
    const node = this.#understand(read);
    if (node !== null) this.#describe(node, read);
    return { row, node, newcomers: this.#newcomers.slice(before) };
  }

  #understand(row: ReadRow): ImportNode | null {
    if (row.path.length > 0 && row.name === '') return this.#alongPath(row);
    const level = row.levelText === '' ? this.#place.level : readLevel(row.levelText);
    if (level === undefined || level === 'city') {
      this.#report(
        row.row,
        'level',
        `级别“${row.levelText}”看不懂，请写县(市、区)、乡镇(街道)、村(社区)或成员单位。`,
      );
      return null;
    }
    const parent = this.#parentOf(row, level);
    return parent && this.#reach(parent, level, row.name, row.row, 'name');
  }

  /** 县 | 乡镇 | 村: the last filled cell is the row's own organization, those before it are where it belongs. */
  #alongPath(row: ReadRow): ImportNode | null {
    let node = this.#startOf(row);
    for (const { level, name } of row.path) {
      if (node === null) return null;
      node = this.#reach(node, level, name, row.row, level);
    }
    return node;
  }

  /** A table of one county leaves the county out: then it is the chosen place, or whatever bears the name alone. */
  #startOf({ row, path }: ReadRow): ImportNode | null {
    const [first] = path;
    if (first === undefined) return null;
    if (first.level === 'county' || first.level === 'memberUnit') {
      return mayStandUnder(first.level, this.#placeParent.level) ? this.#placeParent : this.#known.root;
    }
    if (this.#known.child(this.#placeParent, first.level, first.name) !== undefined) return this.#placeParent;
    const same = this.#known.named(first.name).filter((node) => node.level === first.level);
    if (same.length === 1) return same[0]?.parent ?? null;
    if (mayStandUnder(first.level, this.#placeParent.level) && this.#placeParent.level !== 'city')
      return this.#placeParent;
    if (same.length === 0 && mayStandUnder(first.level, this.#placeParent.level)) return this.#placeParent;
    this.#report(
      row,
      first.level,
      `看不出“${first.name}”属于哪里，请加上一级的列，或先在左侧选中上级再导入。`,
    );
    return null;
  }

  #parentOf(row: ReadRow, level: OrganizationLevel): ImportNode | null {
    if (row.path.length > 0) return this.#alongPath(row);
    if (row.parentText !== '') return this.#named(row, level);
    if (level === 'memberUnit') {
      return mayStandUnder(level, this.#placeParent.level) ? this.#placeParent : this.#known.root;
    }
    if (row.levelText !== '') {
      for (const higher of ['village', 'township', 'county'] as const) {
        const last = this.#last.get(higher);
        if (last !== undefined && mayStandUnder(level, higher)) return last;
      }
      if (mayStandUnder(level, 'city')) return this.#known.root;
    }
    return this.#placeParent;
  }

  /** 上级 by name, short name or path: 城东区/中山街道. */
  #named({ row, parentText }: ReadRow, level: OrganizationLevel): ImportNode | null {
    const parts = parentText.split(/\s*[/／>›]\s*/);
    const found = this.#known
      .named(parts.at(-1) ?? '')
      .filter((node) => mayStandUnder(level, node.level) && standsAlong(node, parts));
    const exact = found.filter((node) => node.name === parts.at(-1));
    const [parent, ...others] = exact.length > 0 ? exact : found;
    if (parent !== undefined && others.length === 0) return parent;
    const problem =
      parent === undefined
        ? `没有找到上级“${parentText}”。`
        : `上级“${parentText}”有 ${others.length + 1} 个，请写成“县/乡镇”的样子。`;
    this.#report(row, 'parent', problem);
    return null;
  }

  /** Finds the organization below its parent, or plans to add it. */
  #reach(
    parent: ImportNode,
    level: OrganizationLevel,
    name: string,
    row: number,
    column: Meaning,
  ): ImportNode | null {
    const there = this.#known.child(parent, level, name);
    if (there !== undefined) return there;
    const problem = this.#problemOfNewcomer(parent, level, name);
    if (problem !== null) {
      this.#report(row, column, problem);
      return null;
    }
    const newcomer = this.#known.add({
      level,
      name,
      shortName: '',
      marks: [],
      code: null,
      parent,
      spokenOfIn: null,
    });
    this.#newcomers.push(newcomer);
    return newcomer;
  }

  #problemOfNewcomer(parent: ImportNode, level: OrganizationLevel, name: string): string | null {
    if (!mayStandUnder(level, parent.level)) {
      return `${levelNames[level]}不能放在${levelNames[parent.level]}“${parent.name}”之下。`;
    }
    if (parent.existing === null) return null;
    const history = this.#known.historyOf(parent.existing.id);
    const firstDay = this.#place.from ?? existsSince(history, this.#today) ?? this.#today;
    const missing = firstUncovered(history, { firstDay, lastDay: null });
    if (missing !== null) return `上级“${parent.name}”在${paperDay(missing)}不存在。`;
    const clash = this.#known
      .namesakes(parent, level, name)
      .some((other) => rangesOverlap(other, { firstDay, lastDay: null }));
    return clash ? `“${parent.name}”之下另有时间段的同名机构“${name}”，请换一个起始日期。` : null;
  }

  /** What the row says of its organization besides the name. */
  #describe(node: ImportNode, row: ReadRow): void {
    this.#last.set(node.level, node);
    if (node.spokenOfIn !== null) {
      const column = row.name === '' ? (row.path.at(-1)?.level ?? 'name') : 'name';
      this.#warn(row.row, column, `“${node.name}”与第 ${node.spokenOfIn} 行重复，只算一次。`);
    } else {
      node.spokenOfIn = row.row;
    }
    const said: Said = {};
    if (row.shortName !== '') said.shortName = row.shortName;
    const marks = this.#marksOf(node, row);
    if (marks !== null) said.marks = marks;
    if (/^\d{2,12}$/.test(row.code)) said.code = row.code;
    else if (row.code !== '') this.#warn(row.row, 'code', `代码“${row.code}”不是数字，没有采用。`);
    this.#apply(node, row.row, said);
  }

  #apply(node: ImportNode, row: number, said: Said): void {
    const update: Said = {};
    if (said.shortName !== undefined && said.shortName !== node.shortName) update.shortName = said.shortName;
    if (said.marks !== undefined && !sameMarks(said.marks, node.marks)) update.marks = said.marks;
    if (said.code !== undefined && said.code !== node.code) update.code = said.code;
    if (Object.keys(update).length === 0) return;
    Object.assign(node, update);
    if (update.shortName !== undefined) this.#known.alsoNamed(node, update.shortName);
    if (node.existing !== null) this.#updates.set(node, { row, ...this.#updates.get(node), ...update });
  }

  #marksOf(node: ImportNode, row: ReadRow): string[] | null {
    if (row.markNames === null && row.markAnswers.length === 0) return null;
    const marks = new Set(row.markNames === null ? node.marks : []);
    for (const name of row.markNames ?? []) {
      const mark = [...this.#known.marks].find(([, known]) => known === name)?.[0];
      if (mark !== undefined) marks.add(mark);
      else this.#report(row.row, 'marks', `没有“${name}”这个标记，请先在“标记”里新增。`);
    }
    for (const { mark, yes } of row.markAnswers) {
      if (yes) marks.add(mark);
      else marks.delete(mark);
    }
    return [...marks];
  }

  #report(row: number, column: Meaning, text: string): void {
    this.#texts.note('error', row, column, text);
  }

  #warn(row: number, column: Meaning, text: string): void {
    this.#texts.note('warning', row, column, text);
  }
}

function withoutUnread(source: TableRow): TableRow {
  const { row, cells, unread = [] } = source;
  if (unread.length === 0) return source;
  return { row, cells: cells.map((cell, index) => (unread.includes(index) ? '' : cell)) };
}

/** Whether the parts before the last one are found above the node, in this order. */
function standsAlong(node: ImportNode, parts: readonly string[]): boolean {
  let above = node.parent;
  for (const part of parts.slice(0, -1).toReversed()) {
    while (above !== null && above.name !== part && above.shortName !== part) above = above.parent;
    if (above === null) return false;
    above = above.parent;
  }
  return true;
}

function sameMarks(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((mark) => other.includes(mark));
}
