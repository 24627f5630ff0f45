import type { PackQuestion, PackRow } from '#shared/rules/exchange/model.ts';
import type { ReadStore } from '../store/read-store.ts';
import type { Match } from './match.ts';
import { sqlOf } from './schema-map.ts';

/** Of the organizations in a pack, by their uid there, what they are called and below which they stand at last. */
export interface PackOrganizations {
  names: ReadonlyMap<string, string>;
  parents: ReadonlyMap<string, string>;
}

export function organizationsOf(rows: Iterable<PackRow>): PackOrganizations {
  const names = new Map<string, string>();
  const parents = new Map<string, string>();
  const latest = new Map<string, string>();
  for (const { table, values } of rows) {
    if (table !== 'organization_state') continue;
    const uid = String(values['organization_id']);
    const firstDay = String(values['first_day']);
    if ((latest.get(uid) ?? '') > firstDay) continue;
    latest.set(uid, firstDay);
    names.set(uid, String(values['name']));
    if (typeof values['parent_id'] === 'string') parents.set(uid, values['parent_id']);
  }
  return { names, parents };
}

interface LocalOrganization {
  id: number;
  uid: string;
  name: string;
}

const byCode = sqlOf<{ id: number; uid: string }, { code: string; level: string }>(
  'SELECT id, uid FROM organization WHERE code = @code AND level = @level LIMIT 2',
);

/** As they are called and placed now. */
const latestStates = `SELECT organization.id, organization.uid, state.name, state.parent_id
  FROM organization JOIN organization_state AS state ON state.organization_id = organization.id
  WHERE organization.level = @level AND state.first_day = (
    SELECT max(first_day) FROM organization_state WHERE organization_id = organization.id)`;
const ofLevel = sqlOf<LocalOrganization, { level: string }>(`${latestStates} ORDER BY state.name`);
const below = sqlOf<LocalOrganization, { level: string; parent: number }>(
  `${latestStates} AND state.parent_id = @parent ORDER BY state.name`,
);

/**
 * @param parent what its parent was found to be; null: it has none
 * What could be one here under another name is asked about; with nothing here that it could be, it is new.
 */
export function findOrganization(
  db: ReadStore,
  row: PackRow,
  parent: Match | null,
  organizations: PackOrganizations,
): Match {
  const level = String(row.values['level']);
  const code = row.values['code'];
  const sameCode = typeof code === 'string' && code !== '' ? db.all(byCode, { code, level }) : [];
  if (sameCode.length === 1 && sameCode[0] !== undefined) return { kind: 'known', ...sameCode[0] };
  if (parent?.kind === 'new') return { kind: 'new' };
  if (parent?.kind === 'out' || parent?.kind === 'asked') return parent;
  const candidates =
    parent?.kind === 'known' ? db.all(below, { level, parent: parent.id }) : db.all(ofLevel, { level });
  const name = organizations.names.get(row.uid) ?? '';
  const sameName = candidates.filter((each) => each.name === name);
  if (sameName.length === 1 && sameName[0] !== undefined)
    return { kind: 'known', id: sameName[0].id, uid: sameName[0].uid };
  if (candidates.length === 0) return { kind: 'new' };
  return { kind: 'asked', question: questionAbout(row.uid, candidates, organizations) };
}

function questionAbout(
  uid: string,
  candidates: readonly LocalOrganization[],
  { names, parents }: PackOrganizations,
): PackQuestion {
  const above: string[] = [];
  for (let each = parents.get(uid); each !== undefined; each = parents.get(each))
    above.unshift(names.get(each) ?? '');
  return {
    uid,
    name: names.get(uid) ?? '',
    above: above.join(' › '),
    candidates: candidates.map((each) => ({ uid: each.uid, name: each.name })),
  };
}
