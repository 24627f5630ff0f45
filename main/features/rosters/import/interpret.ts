import type { RosterImportPlace } from '#shared/contract/rosters.ts';
import type { Leaving } from '#shared/contract/table-import.ts';
import type { RosterPosition } from '#shared/rules/rosters/model.ts';
import { maskedPhone, placeText, printedPlace, remarkText } from '#shared/rules/rosters/printed-names.ts';
import type { ReadPerson } from '#shared/rules/rosters/read-model.ts';
import { readRoster } from '#shared/rules/rosters/read-table.ts';
import type { RosterMeaning } from '#shared/rules/rosters/table-columns.ts';
import type { UnitIndex } from '#shared/rules/rosters/units.ts';
import type { WorkingEntry } from '#shared/rules/rosters/working-copy.ts';
import { type HeadedColumn, letterOf } from '#shared/rules/tables/headings.ts';
import type { ReadProblem } from '#shared/rules/tables/row-texts.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { GivenTable, Understood, UnderstoodRow } from '#main/core/table-import/list-import.ts';
import { listPositions } from '../positions.ts';
import { committeeOfOrganization, entriesOfDay, type EntryRow, organizationByUid } from '../queries.ts';
import { toEntry } from '../roster.ts';
import { changesOf, wordsOf } from './changes.ts';
import { KnownPeople } from './known-people.ts';
import { unitIndexFor } from './known-units.ts';
import { leavingOf, notesOf, problemsOfPlace } from './whole-list.ts';

export interface InterpretedRow extends UnderstoodRow {
  entry: WorkingEntry;
  firstDay: string | null;
  lastDay: string | null;
  document: string;
}

export interface Interpretation extends Understood {
  rows: InterpretedRow[];
  place: RosterImportPlace;
  leaving: Leaving | null;
}

/** What a list says against what the office knows; nothing is stored. */
export function interpret(
  db: ReadStore,
  table: GivenTable<RosterMeaning>,
  { options: place, today }: { options: RosterImportPlace; today: string },
): Interpretation {
  const day = place.from ?? today;
  const positions = listPositions(db);
  const { persons, problems, columns } = readRoster(table.rows, table.columns, positionWords(positions));
  const held = heldOn(db, place.organizationUid, day);
  const reader = new RowReader(positions, held, {
    columns,
    units: unitIndexFor(db, place.organizationUid, day),
    people: new KnownPeople(db, held),
  });
  const rows = persons.flatMap((person) => reader.read(person) ?? []);
  return {
    rows,
    place,
    problems: [...problems, ...reader.problems, ...problemsOfPlace(held, place)],
    notes: notesOf(rows, place, { given: table.columns, read: columns }),
    leaving: place.mode === 'replace' ? leavingOf(rows, held, positions) : null,
  };
}

/** Every word for a position. */
export function positionWords(positions: readonly RosterPosition[]): Set<string> {
  return new Set(positions.flatMap(({ name, aliases }) => [name, ...aliases]));
}

function heldOn(db: ReadStore, organizationUid: string, day: string): EntryRow[] {
  const organization = db.get(organizationByUid, { uid: organizationUid });
  const committee = organization && db.get(committeeOfOrganization, { organizationId: organization.id });
  return committee === undefined ? [] : db.all(entriesOfDay, { committeeId: committee.id, day });
}

interface Known {
  /** Of the table. */
  columns: readonly HeadedColumn<RosterMeaning>[];
  units: UnitIndex;
  people: KnownPeople;
}

/** Reads row after row; a person or position that comes again is noticed. */
class RowReader {
  readonly problems: ReadProblem[] = [];
  readonly #positions: readonly RosterPosition[];
  readonly #held: readonly EntryRow[];
  readonly #known: Known;
  readonly #seen = new Map<string, number>();

  constructor(positions: readonly RosterPosition[], held: readonly EntryRow[], known: Known) {
    this.#positions = positions;
    this.#held = held;
    this.#known = known;
  }

  read(person: ReadPerson): InterpretedRow | null {
    const standing = this.#standing(person);
    if (standing === null) return null;
    const { position } = standing;
    const place = this.#place(person);
    const known = this.#known.people.find({ ...person, ...place });
    if (known === null) this.#noteNamesakes(person);
    const key = `${person.name} ${place.organizationUid ?? place.unit}`;
    this.#refuseTwice(person, `${key} ${position.uid}`);
    const held = this.#held.find((row) => row.person_uid === known?.uid && row.position_uid === position.uid);
    const isOwn = held !== undefined && isOwnStanding(person, held);
    const substitute = standing.substitute || (isOwn && held.substitute === 1);
    const entry: WorkingEntry = {
      key: `${person.row} ${person.name}`,
      appointmentUid: held?.uid ?? null,
      personUid: known?.uid ?? key,
      person: {
        uid: known?.uid ?? null,
        name: person.name,
        officePhone: unmasked(person.officePhone, known?.office_phone),
        mobile: unmasked(person.mobile, known?.mobile),
      },
      positionUid: position.uid,
      organizationUid: place.organizationUid,
      unit: place.unit,
      post: place.post,
      substitute,
      substituteForUid: substitute ? (held?.substitute_for_uid ?? null) : null,
      note: person.note === '' || isOwn ? (held?.note ?? '') : person.note,
      state: 'added',
      replaces: null,
    };
    const { row, firstDay, lastDay, document } = person;
    const said = { entry, unit: place.shown };
    const changes = held === undefined ? wordsOf(said, person.unit !== '') : changesOf(said, held);
    const kept = changes.length === 0 ? 'same' : 'change';
    return { row, action: held === undefined ? 'add' : kept, changes, entry, firstDay, lastDay, document };
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
      this.#note('warning', row, 'position', `没有写职位，按“${member.name}”导入。`);
      return { position: member, substitute: false };
    }
    const text = `不认识职位“${positionText}”，请改正，或先在“职位设置”里添加。`;
    this.#note('error', row, 'position', text);
    return null;
  }

  #place({ row, name, unit, post, title }: ReadPerson) {
    const printed = unit === '' ? this.#heldAs(name, title || post) : undefined;
    if (printed !== undefined) {
      const { organization_uid: organizationUid, unit: text, post: heldPost } = printed;
      return { organizationUid, unit: text, post: heldPost, shown: toEntry(printed).unit };
    }
    const split =
      unit === ''
        ? this.#known.units.split(title || post)
        : { found: this.#known.units.find(unit), unit, post };
    const { found } = split;
    const written = unit === '' ? (title === '' ? 'post' : 'title') : 'unit';
    if (found.kind === 'ambiguous') {
      const text = `有几个单位都叫“${split.unit}”，按文字保存；请写全称，或导入后再选。`;
      this.#note('warning', row, written, text);
    }
    if (found.kind === 'found' && found.closed)
      this.#note('warning', row, written, `单位“${split.unit}”已经撤销，请核对。`);
    if (found.kind !== 'found')
      return { organizationUid: null, unit: split.unit, post: split.post, shown: split.unit };
    return { organizationUid: found.uid, unit: '', post: split.post, shown: split.unit };
  }

  /** Whose unit and post are printed as one, as in our own lists: they stay apart as they are, and are not guessed at. */
  #heldAs(name: string, title: string): EntryRow | undefined {
    return this.#held.find(
      (row) =>
        row.person_name === name && [placeText, printedPlace].some((text) => text(toEntry(row)) === title),
    );
  }

  #noteNamesakes({ row, name }: ReadPerson): void {
    const units = this.#known.people.namesakeUnits(name);
    if (units.length > 0)
      this.#note('warning', row, 'name', `已有同名的${name}(${units.join('、')})，按另一个人导入。`);
  }

  #refuseTwice({ row, name }: ReadPerson, key: string): void {
    const before = this.#seen.get(key);
    if (before === undefined) this.#seen.set(key, row);
    else this.#note('error', row, 'name', `${name}和第 ${before} 行重复，请改正，或在原来的名单里去掉一行。`);
  }

  #note(severity: ReadProblem['severity'], row: number, meaning: RosterMeaning, text: string): void {
    this.problems.push({ severity, row, column: letterOf(this.#known.columns, meaning), text });
  }
}

/** As our own lists say how somebody holds it: under 备注, or behind the post. */
function isOwnStanding({ note, title }: ReadPerson, held: EntryRow): boolean {
  const entry = toEntry(held);
  const isRemark = note !== '' && withoutBlanks(note) === withoutBlanks(remarkText(entry));
  return isRemark || (note === '' && title !== placeText(entry) && title === printedPlace(entry));
}

function withoutBlanks(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

/** A number that our own list has made unreadable says nothing of a known one. */
function unmasked(phone: string, known = ''): string {
  return known !== '' && phone === maskedPhone(known) ? '' : phone;
}
