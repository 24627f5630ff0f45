import type { RosterImportPlace } from '#shared/contract/rosters.ts';
import type { RosterPosition } from '#shared/rules/rosters/model.ts';
import { placeText } from '#shared/rules/rosters/printed-names.ts';
import { readLines } from '#shared/rules/rosters/read-lines.ts';
import type { ReadList, ReadPerson } from '#shared/rules/rosters/read-model.ts';
import { readTable } from '#shared/rules/rosters/read-table.ts';
import type { UnitIndex } from '#shared/rules/rosters/units.ts';
import type { WorkingEntry } from '#shared/rules/rosters/working-copy.ts';
import type { ReadProblem, TableRow } from '#shared/rules/tables/row-texts.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { listPositions } from '../positions.ts';
import { committeeOfOrganization, entriesOfDay, type EntryRow, organizationByUid } from '../queries.ts';
import { toEntry } from '../roster.ts';
import { KnownPeople } from './known-people.ts';
import { unitIndexFor } from './known-units.ts';

export interface InterpretedRow {
  row: number;
  entry: WorkingEntry;
  positionName: string;
  /** As it will be shown: an organization by its own name where it was found. */
  unit: string;
  unitKnown: boolean;
  firstDay: string | null;
  lastDay: string | null;
  document: string;
  action: 'add' | 'change' | 'same';
}

export interface Interpretation {
  form: 'table' | 'text';
  columns: ReadList['columns'];
  rows: InterpretedRow[];
  problems: ReadProblem[];
  /** Those who sit there now and are not in the list. */
  missing: EntryRow[];
}

/** What a list says against what the office knows; nothing is stored. */
export function interpret(
  db: ReadStore,
  lines: readonly TableRow[],
  place: RosterImportPlace,
  today: string,
): Interpretation {
  const day = place.from ?? today;
  const positions = listPositions(db);
  const words = new Set(positions.flatMap(({ name, aliases }) => [name, ...aliases]));
  const table = readTable(lines, words);
  const list = table ?? readLines(lines, words);
  const held = heldOn(db, place.organizationUid, day);
  const reader = new RowReader(positions, held, {
    units: unitIndexFor(db, place.organizationUid, day),
    people: new KnownPeople(db, held),
  });
  const rows = list.persons.flatMap((person) => reader.read(person) ?? []);
  const named = new Set(rows.map(({ entry }) => `${entry.personUid} ${entry.positionUid}`));
  return {
    form: table === null ? 'text' : 'table',
    columns: list.columns,
    rows,
    problems: [...list.problems, ...reader.problems, ...placeProblems(rows, held, place)],
    missing: held.filter((row) => !named.has(`${row.person_uid} ${row.position_uid}`)),
  };
}

function heldOn(db: ReadStore, organizationUid: string, day: string): EntryRow[] {
  const organization = db.get(organizationByUid, { uid: organizationUid });
  const committee = organization && db.get(committeeOfOrganization, { organizationId: organization.id });
  return committee === undefined ? [] : db.all(entriesOfDay, { committeeId: committee.id, day });
}

function placeProblems(
  rows: readonly InterpretedRow[],
  held: readonly EntryRow[],
  { mode, from }: RosterImportPlace,
): ReadProblem[] {
  const problem = (severity: ReadProblem['severity'], text: string) => [
    { severity, row: 0, column: '', text },
  ];
  if (rows.length === 0) return problem('error', '没有读出任何人，请核对内容后重新粘贴。');
  if (mode === 'replace' && held.length > 0 && from === null)
    return problem('error', '已有名册，整体换成这份名单时，请选择从哪一天起。');
  return [];
}

/** Reads row after row; a person or position that comes again is noticed. */
class RowReader {
  readonly problems: ReadProblem[] = [];
  readonly #positions: readonly RosterPosition[];
  readonly #held: readonly EntryRow[];
  readonly #known: { units: UnitIndex; people: KnownPeople };
  readonly #seen = new Map<string, number>();

  constructor(
    positions: readonly RosterPosition[],
    held: readonly EntryRow[],
    known: { units: UnitIndex; people: KnownPeople },
  ) {
    this.#positions = positions;
    this.#held = held;
    this.#known = known;
  }

  read(person: ReadPerson): InterpretedRow | null {
    const standing = this.#standing(person);
    if (standing === null) return null;
    const { position, substitute } = standing;
    const place = this.#place(person);
    const known = this.#known.people.find({ ...person, ...place });
    if (known === null) this.#noteNamesakes(person);
    const key = `${person.name} ${place.organizationUid ?? place.unit}`;
    this.#refuseTwice(person, `${key} ${position.uid}`);
    const held = this.#held.find((row) => row.person_uid === known?.uid && row.position_uid === position.uid);
    const entry: WorkingEntry = {
      key: `${person.row} ${person.name}`,
      appointmentUid: held?.uid ?? null,
      personUid: known?.uid ?? key,
      person: {
        uid: known?.uid ?? null,
        name: person.name,
        officePhone: person.officePhone,
        mobile: person.mobile,
      },
      positionUid: position.uid,
      organizationUid: place.organizationUid,
      unit: place.unit,
      post: place.post,
      substitute,
      substituteForUid: held?.substitute_for_uid ?? null,
      note: person.note === '' ? (held?.note ?? '') : person.note,
      state: 'added',
      replaces: null,
    };
    return {
      row: person.row,
      entry,
      positionName: substitute ? `代${position.name}` : position.name,
      unit: place.shown,
      unitKnown: place.organizationUid !== null,
      firstDay: person.firstDay,
      lastDay: person.lastDay,
      document: person.document,
      action: actionOf(entry, held),
    };
  }

  #standing({ row, positionText }: ReadPerson): { position: RosterPosition; substitute: boolean } | null {
    const find = (word: string) =>
      this.#positions.find(({ name, aliases }) => name === word || aliases.includes(word));
    const plain = find(positionText);
    if (plain !== undefined) return { position: plain, substitute: false };
    const acting = positionText.startsWith('代') ? find(positionText.slice(1)) : undefined;
    if (acting !== undefined) return { position: acting, substitute: true };
    const member = this.#positions.find(({ role }) => role === 'member');
    if (positionText === '' && member !== undefined) {
      this.#note('warning', row, `没有写职位，按“${member.name}”导入。`);
      return { position: member, substitute: false };
    }
    this.#note('error', row, `不认识职位“${positionText}”，请改正，或先在“职位设置”里添加。`);
    return null;
  }

  #place({ row, name, unit, post, title }: ReadPerson) {
    const printed = unit === '' ? this.#heldAs(name, title || post) : undefined;
    if (printed !== undefined) {
      const { organization_uid: organizationUid, unit: text, post: heldPost } = printed;
      return { organizationUid, unit: text, post: heldPost, shown: toEntry(printed).unit };
    }
    const apart = unit !== '';
    const split = apart
      ? { found: this.#known.units.find(unit), unit, post }
      : this.#known.units.split(title || post);
    const rest = split.post;
    const { found } = split;
    if (found.kind === 'ambiguous')
      this.#note('warning', row, `有几个单位都叫“${split.unit}”，按文字保存；请写全称，或导入后再选。`);
    if (found.kind === 'found' && found.closed)
      this.#note('warning', row, `单位“${split.unit}”已经撤销，请核对。`);
    if (found.kind !== 'found')
      return { organizationUid: null, unit: split.unit, post: rest, shown: split.unit };
    return { organizationUid: found.uid, unit: '', post: rest, shown: split.unit };
  }

  /** Whose unit and post are printed as one, as in our own lists: they stay apart as they are, and are not guessed at. */
  #heldAs(name: string, title: string): EntryRow | undefined {
    return this.#held.find((row) => row.person_name === name && placeText(toEntry(row)) === title);
  }

  #noteNamesakes({ row, name }: ReadPerson): void {
    const units = this.#known.people.namesakeUnits(name);
    if (units.length > 0)
      this.#note('warning', row, `已有同名的${name}(${units.join('、')})，按另一个人导入。`);
  }

  #refuseTwice({ row, name }: ReadPerson, key: string): void {
    const before = this.#seen.get(key);
    if (before === undefined) this.#seen.set(key, row);
    else this.#note('error', row, `${name}和第 ${before} 行重复，请去掉一行。`);
  }

  #note(severity: ReadProblem['severity'], row: number, text: string): void {
    this.problems.push({ severity, row, column: '', text });
  }
}

function actionOf(entry: WorkingEntry, held: EntryRow | undefined): InterpretedRow['action'] {
  if (held === undefined) return 'add';
  const sameUnit =
    entry.organizationUid === held.organization_uid &&
    (held.organization_uid !== null || entry.unit === held.unit);
  return sameUnit && entry.post === held.post ? 'same' : 'change';
}
