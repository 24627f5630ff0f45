import type { Workdays } from '../calendar/workdays.ts';
import type { OrganizationLevel } from '../organizations/levels.ts';
import type { LedgerRequirement } from './requirements.ts';

/*
 * A ledger (台账) is a list of plain records of one kind, each at a county, township or village: vehicles, water
 * sources, stations. Page, grid, import, export, archive, measures and search come from its definition.
 *
 * To add a ledger:
 * 1. Migration: a STRICT table with the columns and indexes that tests/main/features/ledgers/tables.test.ts asks for
 *    (run it, it names what is missing), its search table with three triggers, and the words of its term columns in
 *    `ledger_term`; copy what 0031-ledgers.sql does for fire_vehicle. Queries name the indexes <table>_place and
 *    <table>_by_<column>. Then `npm run -s seal`.
 * 2. Tables: in main/core/store/tables.ts `<table>` is logged, `<table>_search` unlogged with its reason.
 * 3. Definition: definitions/<name>.ts, listed in definitions/index.ts.
 * 4. Page: its icon in renderer/features/ledgers/icons.ts. Only what a ledger has beyond the others, such as a view or
 *    a part of the panel, goes into renderer/features/ledgers/extras.ts.
 * 5. Sample and test: rows in main/features/sample/ledgers/, a test of what is its own in
 *    tests/main/features/ledgers/, and a row in README.md.
 */

/** Kept and sent as the column's kind says; null or an empty text where nothing is known. */
export type LedgerValue = string | number | null;
/** By key of the column, with `organizationUid`. */
export type LedgerValues = Readonly<Record<string, LedgerValue>>;

export type LedgerLight = 'red' | 'yellow' | 'green' | 'plain';

/** Forms that are told apart on grey paper too. */
export type LedgerMark = 'circle' | 'ring' | 'square' | 'frame' | 'triangle' | 'diamond' | 'cross';

export interface LedgerChoice {
  value: string;
  name: string;
  /** Other words for it in tables, parted by blanks. */
  words?: string;
  light?: LedgerLight;
  /** On the sketch map; a dot without it. */
  mark?: LedgerMark;
}

interface CommonColumn {
  /** In camel case, never changes: inspectionDueOn stands in inspection_due_on. */
  key: string;
  /** As form, list, grid, workbook and import call it. */
  name: string;
  /** Other headings that mean it in a table, parted by blanks. */
  words?: string;
  required?: true;
  /** What a new row begins with. */
  usual?: LedgerValue;
  /** In the list, in pixels; without it the column stands in the panel only. */
  width?: number;
  /** Leaves the list where it becomes narrow. */
  givesWay?: true;
  /** Below the field: what belongs here, in plain words. */
  hint?: string;
  /** 文号 or standard and clause that ask for it. */
  source?: string;
}

interface NumberRange {
  /** As it is shown, not as it is kept. */
  min: number;
  max: number;
  unit?: string;
}

export type LedgerColumn = CommonColumn &
  (
    | { kind: 'line' | 'text'; limit: number }
    | ({ kind: 'whole' } & NumberRange)
    /** Kept as an integer of the last place: 0.14 with three places is 140. */
    | ({ kind: 'decimal'; places: number } & NumberRange)
    /** Kept in 分, shown in 元 or 万元. */
    | { kind: 'money'; shownIn: '元' | '万元' }
    /** YYYY-MM-DD, YYYY-MM. */
    | { kind: 'day' | 'month' }
    | { kind: 'choice'; choices: readonly LedgerChoice[] }
    /**
     * One of the office's own words, kept in ledger_term; its value is the word's uid. Stands in <key>_id. Reports count
     * the rows of each word of a counted one.
     */
    | { kind: 'term'; isCounted?: true }
    /** 1 yes, 0 no, null not known. */
    | { kind: 'flag'; yes?: string; no?: string }
    /** A key site by uid; stands in <key>_id, ON DELETE SET NULL. */
    | { kind: 'site' }
    /** "113.123456,22.456789": longitude and latitude in degrees; stands in longitude and latitude, in 1e-6 degrees. */
    | { kind: 'coordinates' }
  );

/** A number that the office may change, with where it is from. */
export interface LedgerStandard {
  key: string;
  name: string;
  unit: string;
  /** Digits behind the point; none without it. */
  places?: number;
  min: number;
  max: number;
  usual: number;
  source: string;
}
/** By key of the standard. */
export type LedgerStandards = Readonly<Record<string, { value: number; source: string }>>;

export interface LedgerProblem {
  /** An error stands in the way of saving; a hint is shown beside the row. */
  severity: 'error' | 'hint';
  field: string;
  text: string;
}

/** What a row has beside it that meets the same requirement; see beside.ts. */
export interface LedgerBeside {
  /** Of all of them together. */
  number: number;
  /** What is missing is told at the first of them alone. */
  isFirst: boolean;
}

export interface LedgerAround {
  today: string;
  standards: LedgerStandards;
  /** Null where nothing is asked of the row; without it the row stands alone. */
  beside?: LedgerBeside | null;
}

export interface LedgerDerived {
  key: string;
  name: string;
  width: number;
  /** Stands at the right, as numbers do. */
  isNumber?: true;
  text: (values: LedgerValues, around: LedgerAround) => string;
}

/** Worked out with the calendar of workdays when a row is stored, and kept with it; stands in <key> as a column does. */
export interface LedgerKept {
  key: string;
  kind: 'whole' | 'day';
  of: (values: LedgerValues, workdays: Workdays) => LedgerValue;
}

interface NumberMeasure {
  /** Never changes: kept reports name it. */
  key: string;
  name: string;
  unit: string;
  kind: 'count' | 'sum';
  /** Key of the day that decides about the time it counts in, where it is another than `countedOn`. */
  on?: string;
  /** What one row adds. */
  of: (values: LedgerValues, around: LedgerAround) => number;
}
interface ShareMeasure {
  key: string;
  name: string;
  /** %, or what a mean is told in: 个工作日. */
  unit: string;
  kind: 'share';
  /** Keys of other measures; `count` is all rows. */
  part: string;
  whole: string;
}
export type LedgerMeasure = NumberMeasure | ShareMeasure;

export interface LedgerDefinition {
  /** In camel case, never changes; also the kind of its attachments' subject. */
  key: string;
  table: string;
  /** 消防车辆, and the word that counts them: 辆. */
  name: string;
  unit: string;
  /** Of its page: /fire-vehicles. */
  path: string;
  section: string;
  /** Pinyin and other words by which Ctrl+K finds the page. */
  keywords: string;
  /** What the ledger is for and how it is begun; shown while it is empty. */
  intro: string;
  /** Where a row may be, the usual level last. */
  levels: readonly OrganizationLevel[];
  columns: readonly LedgerColumn[];
  /** Key of the column that names a row. */
  title: string;
  /** Columns that make a row the same as another, also `organizationUid`; where one is empty, it is like no other. */
  unique?: readonly string[];
  /** Further columns that tell such rows apart; two where it is empty are the same. */
  uniqueWith?: readonly string[];
  /**
   * Two rows of one kind with coordinates nearer than so many metres are taken for the same thing, entered twice: keys of
   * the standard that says how many, and of the choice column with the kind.
   */
  apart?: { standard: string; kind: string };
  /** Columns that searching looks at, beside the title and the place. */
  searched?: readonly string[];
  /** Choice and term columns that the list can be narrowed to. */
  filters?: readonly string[];
  /** Worked out from the others, told in list, panel and workbook: 车龄. */
  derived?: readonly LedgerDerived[];
  kept?: readonly LedgerKept[];
  /** Key of a day that a new row has from when it is entered, where the clerk leaves it empty. */
  registered?: string;
  /** Columns that the list can be put in the order of, beside the title and what is due. */
  sorts?: readonly string[];
  standards?: readonly LedgerStandard[];
  /** What each kind has to have of each item, as a list that the office keeps; see requirements.ts. */
  requirements?: {
    /** 配备标准. */
    name: string;
    /** Keys of the choice column with the kind, of the line columns with the item and the station, and of the number. */
    kind: string;
    item: string;
    at: string;
    number: string;
    usual: readonly LedgerRequirement[];
  };
  checks?: (values: LedgerValues, around: LedgerAround) => readonly LedgerProblem[];
  due?: {
    /** 年检, 检查. */
    name: string;
    /** What its day is called: 有效期至; without it 下次 and the name. */
    heading?: string;
    /** The next day that it is due; null: never. Kept with the row, so it must not look at today. */
    on: (values: LedgerValues, standards: LedgerStandards) => string | null;
    /** So many days before, it is told, until the office says otherwise; see soonStandard. */
    soonDays: number;
    /** Key of the day when it was done last: rows that have none can be listed. Stands in the indexes of lists. */
    last?: string;
  };
  /** Key of the day that a row belongs to, so that reports count what falls into their time; without it, what stands today. */
  countedOn?: string;
  /** Beside the number of rows and of overdue ones. */
  measures?: readonly LedgerMeasure[];
  /** A sketch map of rows with coordinates, marked by a choice column. */
  map?: { by: string };
  /** What its files are called: 照片和材料. None without it. */
  files?: string;
}

/** inspectionDueOn stands in inspection_due_on, a term or site in <key>_id. */
export function storedName({ key, kind }: Pick<LedgerColumn, 'key' | 'kind'>): string {
  const name = key.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
  return kind === 'term' || kind === 'site' ? `${name}_id` : name;
}

export function columnOf({ columns, name }: LedgerDefinition, key: string): LedgerColumn {
  const column = columns.find((each) => each.key === key);
  if (column === undefined) throw new Error(`${name} has no column ${key}`);
  return column;
}

/** What the list can be put in the order of: its key, and the stored name; each has an index <table>_by_<name>. */
export function sortsOf(definition: LedgerDefinition): (readonly [key: string, stored: string])[] {
  const { title, sorts = [], due } = definition;
  const columns = [title, ...sorts].map((key) => [key, storedName(columnOf(definition, key))] as const);
  return due === undefined ? columns : [...columns, ['due', 'due_on']];
}
