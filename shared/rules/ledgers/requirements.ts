import { comparedText } from '../key-sites/same-site.ts';
import type { LedgerDefinition, LedgerStandards } from './definition.ts';

/*
 * How many of what a kind has to have: hoses of a micro station. The office adds and takes away such requirements; they
 * are kept among the standards by kind and item, so that whatever knows the standards knows them too. One that is taken
 * away stands there with 0: two clerks who change different ones keep out of each other's way.
 */

export interface LedgerRequirement {
  /** A value of the choice column. */
  kind: string;
  /** Names of one thing, parted by 、. */
  item: string;
  value: number;
  source: string;
}

export const REQUIREMENT_LIMITS = { item: 30, value: 9_999 } as const;

const BETWEEN = '.';
const BETWEEN_NAMES = /[、，,;；/]/u;

export function requirementKey({ kind, item }: Pick<LedgerRequirement, 'kind' | 'item'>): string {
  return `${kind}${BETWEEN}${item}`;
}

/** Those of a ledger by its kinds, without those that were taken away. */
export function requirementsIn(standards: LedgerStandards): LedgerRequirement[] {
  return Object.entries(standards).flatMap(([key, { value, source }]) => {
    const requirement = requirementOfKey(key);
    return requirement === null || value === 0 ? [] : [{ ...requirement, value, source }];
  });
}

/** @returns null for a standard of another sort */
export function requirementOfKey(key: string): Pick<LedgerRequirement, 'kind' | 'item'> | null {
  const at = key.indexOf(BETWEEN);
  return at < 0 ? null : { kind: key.slice(0, at), item: key.slice(at + 1) };
}

/** Each name as it is compared. */
export function namesOf(item: string): string[] {
  return item
    .split(BETWEEN_NAMES)
    .map(comparedText)
    .filter((name) => name !== '');
}

/** By kind and each name; built once for many rows. */
const indexes = new WeakMap<LedgerStandards, ReadonlyMap<string, LedgerRequirement>>();

/** What a kind has to have of an item; null: nothing is asked for. */
export function requirementFor(
  standards: LedgerStandards,
  kind: string,
  item: string,
): LedgerRequirement | null {
  let index = indexes.get(standards);
  if (index === undefined) {
    index = new Map(
      requirementsIn(standards).flatMap((requirement) =>
        namesOf(requirement.item).map((name) => [`${requirement.kind} ${name}`, requirement] as const),
      ),
    );
    indexes.set(standards, index);
  }
  return index.get(`${kind} ${comparedText(item)}`) ?? null;
}

/** What is wrong with what the office wants; null: nothing. */
export function requirementsProblem(
  { requirements, columns }: LedgerDefinition,
  wanted: readonly LedgerRequirement[],
): string | null {
  if (wanted.length === 0) return null;
  const column = columns.find(({ key }) => key === requirements?.kind);
  const choices = column?.kind === 'choice' ? column.choices : [];
  const seen = new Set<string>();
  for (const { kind, item, value } of wanted) {
    const choice = choices.find((each) => each.value === kind);
    if (choice === undefined) return `没有“${kind}”这一类，请重新选择`;
    const names = namesOf(item);
    if (names.length === 0 || item.length > REQUIREMENT_LIMITS.item)
      return `请填写名称，最多 ${REQUIREMENT_LIMITS.item} 个字`;
    if (!Number.isInteger(value) || value < 1 || value > REQUIREMENT_LIMITS.value)
      return `${choice.name}的“${item}”请填写 1 到 ${REQUIREMENT_LIMITS.value} 之间的整数`;
    for (const name of names) {
      if (seen.has(`${kind} ${name}`)) return `${choice.name}的“${item}”写了两遍，请合并`;
      seen.add(`${kind} ${name}`);
    }
  }
  return null;
}
