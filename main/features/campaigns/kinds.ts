import type {
  CampaignChoices,
  campaigns as contract,
  WantedCampaignKind,
} from '#shared/contract/campaigns.ts';
import { AppError } from '#shared/errors.ts';
import { kindInSeason, proposalOf } from '#shared/rules/campaigns/season.ts';
import type { Handlers, ReadContext, WriteContext } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { knownCampaigns } from './find.ts';
import { allChecklists, allKinds, type KindRecord } from './queries.ts';

type Input = Parameters<Handlers<typeof contract>['setKinds']>[0];

export function choicesOf(context: ReadContext): CampaignChoices {
  const { db, today } = context;
  const taken = new Set(knownCampaigns(context).map(({ title }) => title));
  const kinds = db.all(allKinds).map((row) => {
    const kind = kindOf(row);
    return { ...kind, usedBy: row.used_by, proposal: proposalOf(kind, today, taken) };
  });
  return {
    kinds,
    kindUid: (kindInSeason(kinds, today) ?? kinds[0])?.uid ?? null,
    checklists: db
      .all(allChecklists)
      .filter(({ retired_on }) => retired_on === null || retired_on > today)
      .map(({ uid, title: name }) => ({ uid, name })),
  };
}

/** @throws AppError notFound */
export function requireKind(db: ReadStore, uid: string): KindRecord {
  const kind = db.all(allKinds).find((each) => each.uid === uid);
  if (kind === undefined) throw new AppError('notFound', { what: '所选的督查类型' });
  return kind;
}

/** The list as the office wants it; what campaigns have stays. */
export function setKinds({ base, set }: Input, { db, summarize }: WriteContext): { count: number } {
  const rows = db.all(allKinds);
  // The list is one field: two clerks at it at the same time see each other's.
  const changes = decidePatch<{ kinds: WantedCampaignKind[] }>({ kinds: rows.map(kindOf) }, base, set);
  if (changes.kinds !== undefined) writeKinds(db, rows, changes.kinds);
  summarize(set.kinds.map(({ name }) => name).join('、'));
  return { count: set.kinds.length };
}

function writeKinds(
  db: WriteStore,
  rows: readonly KindRecord[],
  wanted: readonly WantedCampaignKind[],
): void {
  requireDistinctNames(wanted);
  for (const row of rows.filter(({ uid }) => !wanted.some((kind) => kind.uid === uid))) {
    if (row.used_by > 0)
      throw new AppError('inUse', { what: `督查类型“${row.name}”`, by: ` ${row.used_by} 次督查` });
    db.remove('campaign_kind', row.id);
  }
  for (const [index, { uid, name, title, seasonFrom, seasonTo }] of wanted.entries()) {
    const columns = { name, title, season_from: seasonFrom, season_to: seasonTo, position: index + 1 };
    const row = rows.find((each) => each.uid === uid);
    if (row !== undefined) db.update('campaign_kind', row.id, columns);
    else if (uid === null) db.insert('campaign_kind', columns);
    else throw new AppError('notFound', { what: `督查类型“${name}”` });
  }
}

function requireDistinctNames(wanted: readonly WantedCampaignKind[]): void {
  const twice = wanted.find(({ name }, index) => wanted.slice(0, index).some((other) => other.name === name));
  if (twice !== undefined) throw new AppError('duplicate', { what: '督查类型', value: twice.name });
}

function kindOf({ uid, name, title, season_from, season_to }: KindRecord) {
  return { uid, name, title, seasonFrom: season_from, seasonTo: season_to };
}
