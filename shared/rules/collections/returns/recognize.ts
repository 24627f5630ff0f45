import type { CollectionDefinition, GivenRow } from '../definition.ts';
import type { FoundTable } from './find-tables.ts';
import type { ProblemKind, ReturnedRow, ReturnProblem } from './model.ts';
import { readTable } from './read-table.ts';

export interface AskedUnit {
  uid: string;
  organizationUid: string;
  name: string;
  /** Of its workbook that is out now. */
  version: number;
  given: readonly GivenRow[];
}

/** What a returned table is held against. */
export interface AskedCollection {
  uid: string;
  definition: CollectionDefinition;
  /** Of the definition. */
  digest: string;
  units: readonly AskedUnit[];
  /** Titles of the other collections, by uid. */
  others: ReadonlyMap<string, string>;
  /** On which it is read: nothing was done later. */
  today: string;
}

/** How a table was known: by its marks, or by its headings and the unit's name. */
export type ReturnSource = 'identity' | 'form';

export interface ReceivedTable {
  unitUid: string;
  organizationUid: string;
  source: ReturnSource;
  rows: ReturnedRow[];
  problems: ReturnProblem[];
}

/** @returns the table as read, or why it is nobody's, with what to do, in Chinese */
export function receiveTable(
  table: FoundTable,
  fileName: string,
  asked: AskedCollection,
): ReceivedTable | { refused: string } {
  const known = table.identity === null ? byName(table, fileName, asked) : byIdentity(table, asked);
  if ('refused' in known) return known;
  const { unit, problems } = known;
  const read = readTable(table, asked.definition, unit.given, asked.today);
  return {
    unitUid: unit.uid,
    organizationUid: unit.organizationUid,
    source: table.identity === null ? 'form' : 'identity',
    rows: read.rows,
    problems: [...problems, ...read.problems],
  };
}

type Known = { unit: AskedUnit; problems: ReturnProblem[] } | { refused: string };

function byIdentity({ identity, title }: FoundTable, asked: AskedCollection): Known {
  if (identity === null) throw new Error('the table has no identity');
  if (identity.collectionUid !== asked.uid) {
    const other = asked.others.get(identity.collectionUid);
    return {
      refused:
        other === undefined
          ? '这张表是另一次下发的，那次下发已经删除。请用这次下发的表填写'
          : `这张表是“${other}”的，请到那里收`,
    };
  }
  const unit = asked.units.find(({ uid }) => uid === identity.unitUid);
  if (unit === undefined)
    return { refused: '这张表的单位已经不在下发名单里。还要收的，请先增加这个单位，请它填新下发的表' };
  const problems: ReturnProblem[] = [];
  if (identity.digest !== asked.digest)
    problems.push(ofTable('version', '这张表的栏目和现在的不一样，请用重新下发的表填写'));
  else if (identity.version !== unit.version) problems.push(versionProblem(identity.version, unit.version));
  const other = otherUnitIn(title, unit, asked.units);
  if (other !== undefined)
    problems.push(
      ofTable('unit', `这张表是“${unit.name}”的，上面写着“${other.name}”，请各单位用自己的表填写`),
    );
  return { unit, problems };
}

function byName({ title }: FoundTable, fileName: string, { units }: AskedCollection): Known {
  const named = namedIn(title, units);
  const found = named.length > 0 ? named : namedIn(fileName, units);
  const [unit, second] = found;
  if (unit === undefined)
    return { refused: '识别标记没有了，也找不到单位名称。请用下发的表填写，或者把文件名改成单位名称再收' };
  if (second !== undefined)
    return {
      refused: `识别标记没有了，上面写着“${unit.name}”“${second.name}”几个单位，分不清是谁的。请用下发的表填写`,
    };
  return { unit, problems: [ofTable('note', '识别标记没有了，是按栏目和单位名称认出来的')] };
}

function otherUnitIn(title: string, own: AskedUnit, units: readonly AskedUnit[]): AskedUnit | undefined {
  const named = namedIn(title, units);
  return named.includes(own) ? undefined : named[0];
}

/** A name within another's is not meant: 云栖县 in 云栖县教育局. */
function namedIn(text: string, units: readonly AskedUnit[]): AskedUnit[] {
  const plain = text.replaceAll(/\s/gu, '');
  const there = units.filter(({ name }) => plain.includes(name));
  return there.filter(({ name }) => !there.some((other) => other.name !== name && other.name.includes(name)));
}

/** Of a table that was handed out before the one that is out now. */
export function versionProblem(returned: number, current: number): ReturnProblem {
  return ofTable('version', `这是第 ${returned} 次下发的表，现在用第 ${current} 次的，请抄到新表上再交`);
}

function ofTable(kind: ProblemKind, text: string): ReturnProblem {
  return { kind, row: 0, column: '', cell: null, text, guess: null };
}
