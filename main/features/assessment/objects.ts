import type { SheetObject } from '#shared/contract/assessment.ts';
import type { Indicator } from '#shared/contract/schemes.ts';
import { conditionHolds } from '#shared/rules/assessment/condition.ts';
import { covers, stateNear } from '#shared/rules/organizations/history.ts';
import { initialsOfAll } from '#main/core/pinyin/initials.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  holdersOfMark,
  type ObjectRow,
  objectsOfGroup,
  statesOfGroup,
  successionsOfGroup,
} from './queries.ts';

export interface GroupObjectRow extends SheetObject {
  id: number;
}

interface NamedState {
  firstDay: string;
  lastDay: string | null;
  name: string;
  shortName: string;
  /** With the name of the parent before it: two counties may each have a 城关镇. */
  fullName: string;
  fullShortName: string;
  marks: string[];
}

/** Who is assessed in a group, called as on the period's last day; what was finalised stays as it was. */
export function loadObjects(
  db: ReadStore,
  groupId: number,
  lastDay: string,
  indicators: readonly Pick<Indicator, 'uid' | 'condition'>[],
): GroupObjectRow[] {
  const states = statesByOrganization(db, groupId);
  const successors = successorTexts(db, groupId);
  const contains = markHolders(db, lastDay);
  const conditioned = indicators.filter(({ condition }) => condition !== null);

  function remarkOf(organizationId: number, state: NamedState | undefined): string {
    if (state === undefined || state.firstDay > lastDay) return '期末尚未设立';
    if (covers(state, lastDay)) return '';
    return successors.get(organizationId) ?? `存续至${state.lastDay ?? ''}`;
  }

  function objectOf(row: ObjectRow): GroupObjectRow {
    const own = states.get(row.organization_id) ?? [];
    const state = stateNear(own, lastDay);
    const plainName = state !== undefined && shared.names.has(state.name) ? state.fullName : state?.name;
    const plainShortName =
      state !== undefined && shared.shortNames.has(state.shortName) ? state.fullShortName : state?.shortName;
    const name = row.printed_name ?? plainName ?? '';
    const shortName = row.printed_short_name ?? plainShortName ?? name;
    const marks = {
      own: state?.marks ?? [],
      contains: (mark: string) => contains(mark).has(row.organization_id),
    };
    return {
      id: row.id,
      uid: row.uid,
      organizationUid: row.organization_uid,
      name,
      shortName,
      initials: initialsOfAll(name, shortName),
      remark: row.printed_remark ?? remarkOf(row.organization_id, state),
      inapplicable:
        row.inapplicable === null
          ? conditioned.filter(({ condition }) => !conditionHolds(condition, marks)).map(({ uid }) => uid)
          : readUids(row.inapplicable),
    };
  }

  const rows = db.all(objectsOfGroup, { groupId });
  const present = rows.flatMap((row) => stateNear(states.get(row.organization_id) ?? [], lastDay) ?? []);
  const shared = {
    names: namesOfSeveral(present.map(({ name }) => name)),
    shortNames: namesOfSeveral(present.map(({ shortName }) => shortName)),
  };
  return rows.map(objectOf);
}

function namesOfSeveral(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}

function statesByOrganization(db: ReadStore, groupId: number): Map<number, NamedState[]> {
  const states = new Map<number, NamedState[]>();
  for (const row of db.all(statesOfGroup, { groupId })) {
    const state: NamedState = {
      firstDay: row.first_day,
      lastDay: row.last_day,
      name: row.name,
      shortName: row.short_name,
      fullName: `${row.parent_name ?? ''}${row.name}`,
      fullShortName: `${row.parent_short_name ?? ''}${row.short_name}`,
      marks: readUids(row.marks),
    };
    const own = states.get(row.organization_id);
    if (own === undefined) states.set(row.organization_id, [state]);
    else own.push(state);
  }
  return states;
}

/** 2026-08-15并入东城区, or split into several. */
function successorTexts(db: ReadStore, groupId: number): Map<number, string> {
  const texts = new Map<number, string>();
  for (const { organization_id, kind, day, name } of db.all(successionsOfGroup, { groupId })) {
    const known = texts.get(organization_id);
    const text = `${day}${kind === 'merge' ? '并入' : '拆分为'}${name}`;
    texts.set(organization_id, known === undefined ? text : `${known}、${name}`);
  }
  return texts;
}

/** Looks a mark up when a condition first asks for it. */
function markHolders(db: ReadStore, day: string): (mark: string) => ReadonlySet<number | null> {
  const known = new Map<string, ReadonlySet<number | null>>();
  return (mark) => {
    const found = known.get(mark) ?? new Set(db.all(holdersOfMark, { mark, day }).map(({ id }) => id));
    known.set(mark, found);
    return found;
  };
}

export function readUids(json: string): string[] {
  const list: unknown = JSON.parse(json);
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}
