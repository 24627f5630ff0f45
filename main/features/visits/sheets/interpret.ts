import type { CampaignTarget } from '#shared/contract/campaigns.ts';
import type { NewFound, RecordFields, VisitFigure, VisitInspector } from '#shared/contract/visits.ts';
import type { ReadProblem } from '#shared/rules/tables/row-texts.ts';
import { type Answered, countAnswers } from '#shared/rules/visits/answering.ts';
import { visitDayProblem } from '#shared/rules/visits/day.ts';
import { FIGURE_SCALE } from '#shared/rules/visits/model.ts';
import { proposedFigure, usualDueDay } from '#shared/rules/visits/proposed.ts';
import { type ReadSheet, readSheet } from '#shared/rules/visits/sheet/read-sheet.ts';
import type { SourceTable } from '#main/core/excel/read/source-table.ts';
import { type Asker, type KnownCampaign, listedRows } from '#main/features/campaigns/index.ts';
import { taskSettings } from '#main/features/tasks/index.ts';
import { type Asked, askedAt } from '../checklists.ts';
import { figuresOf } from '../figures.ts';
import { inspectorPool } from '../queries.ts';
import { type FoundTarget, KnownTargets } from './known-targets.ts';
import { unrecorded } from './targets.ts';

/** A filled workbook as it was read. */
export interface SheetFile {
  name: string;
  tables: SourceTable[];
}

/** What would be recorded of one sheet. */
export interface UnderstoodSheet {
  file: string;
  sheet: string;
  /** Null: it is not known. */
  target: CampaignTarget | null;
  /** Null: nothing is recorded, for the reason that `remark` says. */
  record: { fields: RecordFields; found: NewFound[] } | null;
  day: string;
  team: string;
  counted: Answered;
  findings: number;
  isWrong: boolean;
  remark: string;
}

type Refusal = Pick<UnderstoodSheet, 'isWrong' | 'remark'>;

export interface SheetProblem extends ReadProblem {
  /** Of the workbook, and in it. */
  place: string;
}

export interface UnderstoodSheets {
  sheets: UnderstoodSheet[];
  problems: SheetProblem[];
}

const NO_SHEET = '没有读到检查记录表，请选择从这里导出、填好的表。';

/** Reads filled sheets against the campaign; changes nothing. The same sheets and store give the same result. */
export function interpretSheets(
  asker: Asker,
  campaign: KnownCampaign,
  files: readonly SheetFile[],
): UnderstoodSheets {
  const interpreter = new Interpreter(asker, campaign);
  const sheets = files.flatMap(({ name, tables }) =>
    tables.flatMap((table) => interpreter.understand(name, table, files.length > 1) ?? []),
  );
  const { problems } = interpreter;
  if (sheets.length === 0)
    problems.push({ place: '', severity: 'error', row: 0, column: '', text: NO_SHEET });
  return { sheets, problems };
}

class Interpreter {
  readonly problems: SheetProblem[] = [];
  readonly #campaign: KnownCampaign;
  readonly #today: string;
  readonly #findingDays: number;
  readonly #asked: Asked;
  readonly #figures: readonly VisitFigure[];
  readonly #targets: KnownTargets;
  readonly #open: ReadonlySet<string>;
  readonly #people: ReadonlyMap<string, string[]>;
  /** Place of the sheet that has a target already. */
  readonly #taken = new Map<string, string>();

  constructor(asker: Asker, campaign: KnownCampaign) {
    const { db, today } = asker;
    this.#campaign = campaign;
    this.#today = today;
    this.#findingDays = taskSettings(db).findingDays;
    this.#asked = askedAt(db, campaign, undefined);
    this.#figures = figuresOf(db);
    this.#targets = new KnownTargets(listedRows(db, campaign, today));
    this.#open = unrecorded(asker, campaign);
    const pool = db
      .all(inspectorPool, { today })
      .filter(({ left_on }) => left_on === null || left_on > today);
    const byName = Map.groupBy(pool, ({ name }) => name);
    this.#people = new Map([...byName].map(([name, people]) => [name, people.map(({ uid }) => uid)]));
  }

  /** @returns null for a sheet that is something else */
  understand(file: string, table: SourceTable, namesFile: boolean): UnderstoodSheet | null {
    const place = namesFile ? `${file} · ${table.sheet}` : table.sheet;
    const items = this.#asked.checklists.flatMap((checklist) => checklist.items);
    const read = readSheet(table.rows, { items, figures: this.#figures });
    if (read === null) {
      this.#note(place, 'warning', 0, '不是检查记录表（没有“检查内容”“结果”这一行），没有读。');
      return null;
    }
    this.problems.push(...read.problems.map((problem) => ({ ...problem, place })));
    const found = this.#targets.find(read);
    const target = 'row' in found ? found.row : null;
    const shown = this.#shown(file, table.sheet, read, target);
    const refusal = this.#refusalOf(found, read, place);
    if (refusal !== null) return { ...shown, ...refusal };
    if (target !== null) this.#taken.set(target.uid, place);
    return { ...shown, record: this.#recordOf(read, shown) };
  }

  /** Why nothing is recorded; what is wrong is noted besides. */
  #refusalOf(found: FoundTarget, read: ReadSheet, place: string): Refusal | null {
    const [error] = read.problems.filter(({ severity }) => severity === 'error');
    if (read.isBlank && error === undefined) return { isWrong: false, remark: '没有填写，不登记' };
    if ('row' in found && !this.#open.has(found.row.uid)) {
      const text = `“${found.row.name}”已有检查记录，这张表不登记；要改请打开它的检查记录。`;
      this.#note(place, 'warning', read.targetRow, text);
      return { isWrong: false, remark: '已有检查记录，不登记' };
    }
    const ofTarget = this.#targetProblem(found);
    if (ofTarget !== null) this.#note(place, 'error', read.targetRow, ofTarget);
    const ofDay = this.#dayProblem(read);
    if (ofDay !== null) this.#note(place, 'error', read.dayRow, ofDay);
    const remark = ofTarget ?? ofDay ?? error?.text;
    return remark === undefined ? null : { isWrong: true, remark };
  }

  #targetProblem(found: FoundTarget): string | null {
    if ('problem' in found) return found.problem;
    const { uid, name } = found.row;
    const taken = this.#taken.get(uid);
    return taken === undefined ? null : `“${name}”在“${taken}”里已经填过一次，请只留一张。`;
  }

  #dayProblem({ day, problems, dayRow }: ReadSheet): string | null {
    const isUnread = problems.some(({ severity, row }) => severity === 'error' && row === dayRow);
    if (day === null) return isUnread ? null : '没有填检查日期，请填上。';
    const { first_day: firstDay, last_day: lastDay } = this.#campaign;
    const problem = visitDayProblem(day, { firstDay, lastDay }, this.#today);
    return problem === null ? null : `${problem}。`;
  }

  #shown(file: string, sheet: string, read: ReadSheet, target: CampaignTarget | null): UnderstoodSheet {
    const given = new Map(read.answers.map(({ itemUid, answer }) => [itemUid, answer]));
    const counts = this.#asked.checklists.map(({ items }) => countAnswers(items, given));
    const sum = (part: keyof Answered) => counts.reduce((total, count) => total + count[part], 0);
    const counted = { questions: sum('questions'), answered: sum('answered'), failed: sum('failed') };
    const others = read.found.filter(({ itemUid }) => itemUid === null).length;
    return {
      file,
      sheet,
      target,
      record: null,
      day: read.day ?? '',
      team: read.team,
      counted,
      findings: counted.failed + others,
      isWrong: false,
      remark: '',
    };
  }

  #recordOf(read: ReadSheet, { findings }: UnderstoodSheet): UnderstoodSheet['record'] {
    const { day, team, note, answers, inspectors } = read;
    if (day === null) return null;
    const written = new Map(read.values.map(({ figureUid, value }) => [figureUid, value]));
    const values = this.#figures.flatMap(({ uid, proposes }) => {
      const proposed = proposedFigure(proposes, findings);
      const value = written.get(uid) ?? (proposed === null ? null : proposed * FIGURE_SCALE);
      return value === null ? [] : [{ figureUid: uid, value }];
    });
    return {
      fields: { day, team, note, answers, values, inspectors: inspectors.map((name) => this.#person(name)) },
      found: read.found.map((found) => this.#foundOf(found, day)),
    };
  }

  #foundOf({ itemUid, what, spot, dueOn }: ReadSheet['found'][number], day: string): NewFound {
    const item = itemUid === null ? undefined : this.#asked.items.get(itemUid);
    return {
      itemUid,
      spot,
      what: what === '' ? `不符合：${item?.text ?? ''}` : what,
      severity: item?.severity ?? 'ordinary',
      element: item?.element ?? '',
      article: item?.article ?? '',
      demand: item?.demand ?? '',
      dueOn: dueOn ?? usualDueDay(day, item?.due_days ?? null, this.#findingDays),
      // Whoever answers for the target, as it stands when it is recorded.
      leadUids: [],
    };
  }

  /** Two of the same name cannot be told apart: then the name alone stands. */
  #person(name: string): VisitInspector {
    const [uid, ...others] = this.#people.get(name) ?? [];
    return { uid: uid === undefined || others.length > 0 ? null : uid, name };
  }

  #note(place: string, severity: ReadProblem['severity'], row: number, text: string): void {
    this.problems.push({ place, severity, row, column: '', text });
  }
}
