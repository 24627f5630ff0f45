import { type AskedName, askedNameOf } from './asked-names.ts';

/* What an export was asked for, as one short Chinese sentence for the log: 逾期、县(市、区) 云栖区、查找 酒店. */

const uidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const MOST_NAMED = 3;
const LONGEST = 300;

/** Of what the uids stand for; what has none, as what is secret, is only counted. */
export type NamesByUid = ReadonlyMap<string, string>;

/** Uids that the sentence would like a name for: of a long list the first. */
export function uidsToName(asked: unknown): string[] {
  if (typeof asked === 'string') return uidPattern.test(asked) ? [asked] : [];
  if (Array.isArray(asked)) return asked.slice(0, MOST_NAMED).flatMap(uidsToName);
  return isFields(asked) ? Object.values(asked).flatMap(uidsToName) : [];
}

/** @param operation its dotted path @param asked its input; empty where it narrows nothing */
export function askedWords(operation: string, asked: unknown, names: NamesByUid): string {
  return partsOf(operation, asked, names).join('、').slice(0, LONGEST);
}

function partsOf(operation: string, asked: unknown, names: NamesByUid): string[] {
  if (!isFields(asked)) return [];
  return Object.entries(asked).flatMap(([field, value]) => {
    const called = askedNameOf(operation, field);
    if (called === null) return [];
    // A field without a name of its own only holds others: filter, scope.
    if (called === undefined) return partsOf(operation, value, names);
    const words = wordsOf(value, called, names);
    return words === null ? [] : [[called.name, words].filter((part) => part !== '').join(' ')];
  });
}

/** Null: nothing to tell. */
function wordsOf(value: unknown, called: AskedName, names: NamesByUid): string | null {
  if (value === true) return '';
  if (Array.isArray(value)) return value.length === 0 ? null : listWords(value, called, names);
  if (isFields(value)) return wordsOf(Object.values(value), called, names);
  return wordOf(value, called, names);
}

function wordOf(value: unknown, { values }: AskedName, names: NamesByUid): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '' || value === 'all') return null;
  if (uidPattern.test(value)) return names.get(value) ?? null;
  return values?.[value] ?? value;
}

function listWords(list: readonly unknown[], called: AskedName, names: NamesByUid): string | null {
  const words = list.slice(0, MOST_NAMED).map((each) => wordOf(each, called, names));
  const known = words.filter((word) => word !== null);
  if (known.length === list.length) return known.length === 0 ? null : known.join('、');
  return known.length === 0 ? `${list.length} 个` : `${known.join('、')}等 ${list.length} 个`;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
