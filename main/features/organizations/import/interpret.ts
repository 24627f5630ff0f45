import { existsSince, firstUncovered, rangesOverlap } from '#shared/rules/organizations/history.ts';
import { levelNames, mayStandUnder, type OrganizationLevel } from '#shared/rules/organizations/levels.ts';
import type { OrganizationImportPlace, OrganizationImportProblem } from '#shared/contract/organizations.ts';
import { unreadHeadings, unreadProblems } from '#shared/rules/tables/unread-cells.ts';
import { paperDay } from '#shared/calendar/days.ts';
import { type Column, findHeadings, type Headings, letterOf, type Meaning } from './headings.ts';
import { type ImportNode, KnownOrganizations } from './known.ts';
import { readLevel, type ReadRow, rowReader } from './read-row.ts';
import type { SourceTable } from '#main/core/excel/read/source-table.ts';

/** What an import would do: newcomers with parents before children, and rows of today that would be corrected. */
export interface Interpretation {
  headings: Headings;
  rows: InterpretedRow[];
  newcomers: ImportNode[];
  updates: Map<ImportNode, NodeUpdate>;
  problems: OrganizationImportProblem[];
}

interface NodeUpdate {
  shortName?: string;
  marks?: string[];
  code?: string;
}

export interface InterpretedRow {
  row: number;
  /** Null where the row could not be understood. */
  node: ImportNode | null;
  text: string;
}

const NAME_LIMIT = 60;
const SHORT_NAME_LIMIT = 30;

/** Reads a table against what the office has; changes nothing. The same table and office give the same result. */
export function interpret(
  table: SourceTable,
  place: OrganizationImportPlace,
  known: KnownOrganizations,
  today: string,
): Interpretation {
  return new Interpreter(findHeadings(table, known.marks), place, known, today).run();
}

class Interpreter {
  readonly #headings: Headings;
  readonly #place: OrganizationImportPlace;
  readonly #known: KnownOrganizations;
  readonly #today: string;
  readonly #placeParent: ImportNode;
  readonly #newcomers: ImportNode[] = [];
  readonly #updates = new Map<ImportNode, NodeUpdate>();
  readonly #problems: OrganizationImportProblem[] = [];
  /** In a list with levels but without parents each row stands under the last one above it of a higher level. */
  readonly #last = new Map<OrganizationLevel, ImportNode>();

  constructor(headings: Headings, place: OrganizationImportPlace, known: KnownOrganizations, today: string) {
    this.#headings = headings;
    this.#place = place;
    this.#known = known;
    this.#today = today;
    this.#placeParent = known.byUid(place.parentUid) ?? known.root;
  }

  run(): Interpretation {
    const read = rowReader(this.#headings);
    const rows = this.#headings.body.flatMap((source) => {
      const unread = unreadProblems(source, (index) => this.#isMeant(index));
      const text = source.cells.filter((cell) => cell !== '').join(' ');
      if (unread.length > 0) {
        this.#problems.push(...unread);
        return { row: source.row, node: null, text };
      }
      if (text === '') return [];
      const row = read(source);
      const node = this.#understand(row);
      if (node !== null) this.#describe(node, row);
      return { row: row.row, node, text };
    });
    const { heading } = this.#headings;
    if (heading !== undefined) this.#problems.push(...unreadHeadings(heading));
    if (rows.length === 0) this.#report(0, undefined, '没有读到内容：标题行下面没有数据。');
    const [headings, newcomers, updates] = [this.#headings, this.#newcomers, this.#updates];
    return { headings, rows, newcomers, updates, problems: this.#problems };
  }

  /** Without headings any column may be the one with the names. */
  #isMeant(index: number): boolean {
    const { heading, columns } = this.#headings;
    return heading === undefined || columns.some((column) => column.index === index);
  }

  #understand(row: ReadRow): ImportNode | null {
    if (row.path.length > 0 && row.name === '') return this.#alongPath(row);
    if (row.name === '') {
      this.#report(row.row, this.#column('name'), '名称是空的。');
      return null;
    }
    const level = row.levelText === '' ? this.#place.level : readLevel(row.levelText);
    if (level === undefined || level === 'city') {
      this.#report(
        row.row,
        this.#column('level'),
        `级别“${row.levelText}”看不懂，请写县(市、区)、乡镇(街道)、村(社区)或成员单位。`,
      );
      return null;
    }
    const parent = this.#parentOf(row, level);
    return parent && this.#reach(parent, level, row.name, row.row, this.#column('name'));
  }

  /** 县 | 乡镇 | 村: the last filled cell is the row's own organization, those before it are where it belongs. */
  #alongPath(row: ReadRow): ImportNode | null {
    let node = this.#startOf(row);
    for (const { level, name, column } of row.path) {
      if (node === null) return null;
      node = this.#reach(node, level, name, row.row, column);
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
      first.column,
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
    this.#report(row, this.#column('parent'), problem);
    return null;
  }

  /** Finds the organization below its parent, or plans to add it. */
  #reach(
    parent: ImportNode,
    level: OrganizationLevel,
    name: string,
    row: number,
    column: Column | undefined,
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
    if (name.length > NAME_LIMIT) return `名称超过 ${NAME_LIMIT} 个字。`;
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
      this.#warn(row.row, `“${node.name}”与第 ${node.spokenOfIn} 行重复，只算一次。`);
    } else {
      node.spokenOfIn = row.row;
    }
    const said: NodeUpdate = {};
    if (row.shortName.length > SHORT_NAME_LIMIT) {
      this.#report(row.row, this.#column('shortName'), `简称超过 ${SHORT_NAME_LIMIT} 个字。`);
    } else if (row.shortName !== '') {
      said.shortName = row.shortName;
    }
    const marks = this.#marksOf(node, row);
    if (marks !== null) said.marks = marks;
    if (/^\d{2,12}$/.test(row.code)) said.code = row.code;
    else if (row.code !== '')
      this.#warn(row.row, `代码“${row.code}”不是数字，没有采用。`, this.#column('code'));
    this.#apply(node, said);
  }

  #apply(node: ImportNode, said: NodeUpdate): void {
    const update: NodeUpdate = {};
    if (said.shortName !== undefined && said.shortName !== node.shortName) update.shortName = said.shortName;
    if (said.marks !== undefined && !sameMarks(said.marks, node.marks)) update.marks = said.marks;
    if (said.code !== undefined && said.code !== node.code) update.code = said.code;
    if (Object.keys(update).length === 0) return;
    Object.assign(node, update);
    if (update.shortName !== undefined) this.#known.alsoNamed(node, update.shortName);
    if (node.existing !== null) this.#updates.set(node, { ...this.#updates.get(node), ...update });
  }

  #marksOf(node: ImportNode, row: ReadRow): string[] | null {
    if (row.markNames === null && row.markAnswers.length === 0) return null;
    const marks = new Set(row.markNames === null ? node.marks : []);
    for (const name of row.markNames ?? []) {
      const mark = [...this.#known.marks].find(([, known]) => known === name)?.[0];
      if (mark !== undefined) marks.add(mark);
      else this.#report(row.row, this.#column('marks'), `没有“${name}”这个标记，请先在“标记”里新增。`);
    }
    for (const { mark, yes } of row.markAnswers) {
      if (yes) marks.add(mark);
      else marks.delete(mark);
    }
    return [...marks];
  }

  #column(kind: Meaning['kind']): Column | undefined {
    return this.#headings.columns.find((column) => column.meaning.kind === kind);
  }

  #report(row: number, column: Column | undefined, text: string): void {
    this.#problems.push({ severity: 'error', row, column: letterOf(column), text });
  }

  #warn(row: number, text: string, column?: Column): void {
    this.#problems.push({ severity: 'warning', row, column: letterOf(column), text });
  }
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
