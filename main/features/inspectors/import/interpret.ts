import type { InspectorFields } from '#shared/contract/inspectors.ts';
import type { WrittenLeave } from '#shared/rules/inspectors/leave-text.ts';
import { type Meaning, type ReadInspector, readInspectors } from '#shared/rules/inspectors/read-table.ts';
import { type HeadedColumn, letterOf } from '#shared/rules/tables/headings.ts';
import type { ReadProblem } from '#shared/rules/tables/row-texts.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { GivenTable, Understood, UnderstoodRow } from '#main/core/table-import/list-import.ts';
import { termIndex, type TermRecord } from '#main/core/terms.ts';
import { allSkills } from '../queries.ts';
import { fieldsOf } from '../rows.ts';
import { changesOf } from './changes.ts';
import { type KnownInspector, KnownInspectors } from './known-inspectors.ts';
import { NamedUnits, type WrittenUnit } from './named-units.ts';

/** What an import would do with one row. */
export interface InterpretedRow extends UnderstoodRow {
  /** Null for a newcomer. */
  person: KnownInspector | null;
  /** As they will be stored; skills go by their names, since some are new. */
  values: ImportedValues;
  /** Leave that is not stored yet. */
  newLeave: WrittenLeave[];
}

export interface ImportedValues extends Omit<InspectorFields, 'skillUids'> {
  skillNames: string[];
}

export interface Interpretation extends Understood {
  rows: InterpretedRow[];
  newSkills: string[];
}

export function interpret(
  db: ReadStore,
  { rows, columns }: GivenTable<Meaning>,
  { today }: { today: string },
): Interpretation {
  const read = readInspectors(rows, columns);
  const interpreter = new Interpreter(db, today, columns);
  const people = read.people.map((person) => interpreter.understand(person));
  const newSkills = [...interpreter.newSkills];
  return {
    rows: people,
    problems: [...read.problems, ...interpreter.problems],
    newSkills,
    notes: newSkills.length > 0 ? [`专长里还没有、将一并新增：${newSkills.join('、')}`] : [],
  };
}

class Interpreter {
  readonly problems: ReadProblem[] = [];
  readonly newSkills = new Set<string>();
  readonly #skills: ReadonlyMap<string, TermRecord>;
  readonly #units: NamedUnits;
  readonly #known: KnownInspectors;
  readonly #columns: readonly HeadedColumn<Meaning>[];

  constructor(db: ReadStore, today: string, columns: readonly HeadedColumn<Meaning>[]) {
    this.#skills = termIndex(db.all(allSkills));
    this.#units = new NamedUnits(db, today);
    this.#known = new KnownInspectors(db);
    this.#columns = columns;
  }

  understand(read: ReadInspector): InterpretedRow {
    const unit = this.#unitOf(read);
    const homeCountyUid = this.#homeCountyOf(read);
    const skillNames = read.skillWords.map((word) => this.#skillOf(word));
    const { name, phone } = read;
    const person = this.#known.find({ name, ...unit, phone });
    const said: ImportedValues = {
      name,
      ...unit,
      homeCountyUid,
      roles: read.roles,
      skillNames,
      post: read.post,
      phone,
      note: read.note,
      leftOn: read.leftOn,
    };
    if (person === undefined) return this.#newcomer(read, said);
    if (person.row !== null) {
      this.#note('warning', read.row, 'name', `“${name}”与第 ${person.row} 行重复，只算一次。`);
      return { row: read.row, action: 'none', person: null, values: said, newLeave: [], changes: [] };
    }
    person.row = read.row;
    return this.#match(read, person, said);
  }

  #newcomer(read: ReadInspector, values: ImportedValues): InterpretedRow {
    const [namesake] = this.#known.namesakes(read.name);
    if (namesake !== undefined) {
      const where = namesake.stored?.row.unitName || '没有写单位';
      this.#note('warning', read.row, 'name', `库里已有同名的“${read.name}”（${where}），按两个人导入。`);
    }
    const { name, organizationUid, unit, phone } = values;
    this.#known.add({ stored: null, name, organizationUid, unit, phone, row: read.row });
    const { row, leave } = read;
    const changes = leave.length > 0 ? [`请假 ${leave.length} 次`] : [];
    return { row, action: 'add', person: null, values, newLeave: leave, changes };
  }

  #match(read: ReadInspector, person: KnownInspector, said: ImportedValues): InterpretedRow {
    if (person.stored === null) throw new Error('a newcomer is compared with nothing');
    const { row: known } = person.stored;
    const { skillUids: _skillUids, ...stored } = fieldsOf(known);
    const { values, changes } = changesOf(
      { ...stored, skillNames: known.skills.map(({ name }) => name) },
      said,
    );
    const newLeave = read.leave.filter(
      ({ firstDay, lastDay }) =>
        !known.leave.some((leave) => leave.firstDay === firstDay && leave.lastDay === lastDay),
    );
    const words = newLeave.length > 0 ? [...changes, `加请假 ${newLeave.length} 次`] : changes;
    const action = words.length === 0 ? 'same' : 'change';
    return { row: read.row, action, person, values, newLeave, changes: words };
  }

  #unitOf({ row, unit }: ReadInspector): WrittenUnit {
    const named = this.#units.named(unit);
    if (typeof named !== 'string') return named;
    this.#note('error', row, 'unit', named);
    return { organizationUid: null, unit };
  }

  #homeCountyOf({ row, homeCounty }: ReadInspector): string | null {
    if (homeCounty === '') return null;
    const uid = this.#units.county(homeCounty);
    if (uid !== null) return uid;
    this.#note('error', row, 'homeCounty', `没有找到“${homeCounty}”，请写区县的全称或简称；外地的请留空。`);
    return null;
  }

  #skillOf(word: string): string {
    const known = this.#skills.get(word.toLowerCase());
    if (known === undefined) this.newSkills.add(word);
    return known?.name ?? word;
  }

  #note(severity: ReadProblem['severity'], row: number, meaning: Meaning, text: string): void {
    this.problems.push({ severity, row, column: letterOf(this.#columns, meaning), text });
  }
}
