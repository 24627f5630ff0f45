import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { leftBehind, type PackTopic, packTopics } from '#shared/rules/exchange/topics.ts';
import { collectPack } from '#main/core/packs/collect.ts';
import { partsOf, readSchemaMap, sqlOf } from '#main/core/packs/schema-map.ts';
import { openStore, type Store } from '#main/core/store/open.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import { scopeOf } from '#main/features/exchange/scope.ts';
import { operation, temporaryFolder } from '#tests/support/store.ts';

function openRealStore(): Store {
  const store = openStore(join(temporaryFolder(), 'data'));
  onTestFinished(() => store.close());
  return store;
}

function insertUnit(db: WriteStore, name: string, parentId: number | null): number {
  const id = db.insert('organization', { level: parentId === null ? 'city' : 'county', code: null });
  db.insert('organization_state', {
    organization_id: id,
    first_day: '2026-01-01',
    name,
    short_name: name,
    parent_id: parentId,
    protocol_order: 1,
  });
  return id;
}

/** A task of a unit with the finding that it comes from. */
function insertFinding(db: WriteStore, what: string, unitId: number, campaignId: number | null): void {
  const taskId = db.insert('task', {
    kind: 'finding',
    title: what,
    content: '',
    status: 'assigned',
    assigned_on: '2026-11-01',
    feedback_cycle: 'none',
    feedback_day: 0,
    pressed_count: 0,
    extended_count: 0,
    source_kind: 'none',
    source_text: '',
    search_text: what,
  });
  db.insert('task_unit', { task_id: taskId, organization_id: unitId, role: 'lead', position: 1 });
  const empty = ['spot', 'element', 'article', 'demand', 'responsible', 'measures', 'funds', 'time_limit'];
  db.insert('finding', {
    ...Object.fromEntries([...empty, 'emergency_plan', 'closed_by'].map((column) => [column, ''])),
    task_id: taskId,
    campaign_id: campaignId,
    place: '某处',
    what,
    severity: 'ordinary',
    found_on: '2026-11-01',
  });
}

function insertCampaign(db: WriteStore, announced: 0 | 1): number {
  const kind = db.get(sqlOf<{ id: number }>('SELECT min(id) AS id FROM campaign_kind'));
  return db.insert('campaign', {
    title: announced === 1 ? '公开的督查' : '暗访',
    kind_id: kind?.id ?? 0,
    document: '',
    first_day: '2026-11-01',
    last_day: '2026-11-30',
    announced,
    status: 'underWay',
    content: '',
    minutes_per_visit: 30,
    rest_months: 0,
    note: '',
  });
}

describe('what goes into a pack', () => {
  it('is nothing of a campaign that is still secret, nor the tasks that came of it', () => {
    const store = openRealStore();
    store.transact(operation(), (db) => {
      const unit = insertUnit(db, '甲县', insertUnit(db, '某市', null));
      insertFinding(db, '公开督查的隐患', unit, insertCampaign(db, 1));
      insertFinding(db, '暗访的隐患', unit, insertCampaign(db, 0));
      insertFinding(db, '平时的隐患', unit, null);
    });
    const db = store.read();
    const choice = { topics: ['tasks'], organizationUids: [], periodUid: null, withFiles: true };
    const { rows } = collectPack(
      db,
      scopeOf(db, choice, () => undefined),
    );
    db.close();
    expect(rows.filter(({ table }) => table === 'task').map(({ values }) => values['title'])).toEqual([
      '公开督查的隐患',
      '平时的隐患',
    ]);
    expect(JSON.stringify(rows)).not.toContain('暗访');
    expect(rows.map(({ table }) => table)).not.toContain('campaign');
  });

  it('is no secret task that something else refers to, nor what says nothing without it', () => {
    const store = openRealStore();
    store.transact(operation(), (db) => {
      const unit = insertUnit(db, '甲县', insertUnit(db, '某市', null));
      insertFinding(db, '公开督查的隐患', unit, insertCampaign(db, 1));
      insertFinding(db, '暗访的隐患', unit, insertCampaign(db, 0));
      const fields = { title: '方案', document_number: '', issued_on: '2026-11-01', note: '' };
      const plan = db.insert('task_plan', fields);
      for (const { id } of db.all(sqlOf<{ id: number }>('SELECT id FROM task')))
        db.insert('task_plan_node', {
          plan_id: plan,
          parent_id: null,
          position: id,
          heading: null,
          task_id: id,
        });
    });
    const db = store.read();
    const choice = { topics: [], organizationUids: [], periodUid: null, withFiles: true };
    const topic: PackTopic = {
      key: 'plans',
      name: '方案',
      words: '',
      right: 'editTasks',
      roots: ['task_plan'],
      carries: ['task', 'organization'],
    };
    const scope = scopeOf(db, choice, () => undefined);
    const { rows } = collectPack(db, { ...scope, topics: [topic] });
    db.close();
    const titles = rows.filter(({ table }) => table === 'task').map(({ values }) => values['title']);
    expect(titles).toEqual(['公开督查的隐患']);
    expect(rows.filter(({ table }) => table === 'task_plan_node')).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('暗访');
  });

  it('is what belongs to the chosen organizations, and of their tasks only their own part', () => {
    const store = openRealStore();
    let chosen = '';
    store.transact(operation(), (db) => {
      const city = insertUnit(db, '某市', null);
      const [one, other] = [insertUnit(db, '甲县', city), insertUnit(db, '乙县', city)];
      insertFinding(db, '甲县的隐患', one, null);
      insertFinding(db, '乙县的隐患', other, null);
      const uid = sqlOf<{ uid: string }, { id: number }>('SELECT uid FROM organization WHERE id = @id');
      chosen = db.get(uid, { id: one })?.uid ?? '';
      const both = db.get(sqlOf<{ id: number }>('SELECT min(id) AS id FROM task'))?.id ?? 0;
      db.insert('task_unit', { task_id: both, organization_id: other, role: 'supporting', position: 2 });
    });
    const db = store.read();
    const choice = { topics: ['tasks'], organizationUids: [chosen], periodUid: null, withFiles: true };
    const { rows } = collectPack(
      db,
      scopeOf(db, choice, () => undefined),
    );
    db.close();
    expect(rows.filter(({ own }) => own).map(({ table }) => table)).toEqual(['task', 'task_unit', 'finding']);
    // The county and the city above it go along, so that the other PC knows where they belong.
    expect(rows.filter(({ table }) => table === 'organization')).toHaveLength(2);
  });
});

it('every business table goes in some pack, or is named to the clerk as one that stays', () => {
  const store = openRealStore();
  const db = store.read();
  const map = readSchemaMap(db);
  db.close();
  const stays = new Set(leftBehind.flatMap(({ tables }) => tables));
  // Goes along with whatever it is attached to.
  const goes = new Set(['attachment']);
  const follow = (table: string): void => {
    if (goes.has(table) || stays.has(table)) return;
    goes.add(table);
    for (const { part } of partsOf(map, table)) follow(part.name);
  };
  for (const { roots, carries } of packTopics) for (const table of [...roots, ...carries]) follow(table);
  expect([...map.keys()].filter((table) => !goes.has(table) && !stays.has(table))).toEqual([]);
  const roots = packTopics.flatMap((topic) => topic.roots);
  expect(roots.filter((table) => stays.has(table))).toEqual([]);
});
