import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#main/core/store/open.ts';
import { operation } from './store-operation.ts';

/** What the checklist of the tests asks, by a short name. */
export const questions = {
  exits: '疏散通道、安全出口是否畅通',
  wires: '电气线路是否按规定敷设',
  gas: '燃气管道是否有泄漏报警',
} as const;

export const CHECKLIST = '人员密集场所检查清单';

/** A data folder in which nothing but one checklist stands: two sections with three questions. */
export function checklistFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'office-checklist-'));
  addChecklist(folder);
  return folder;
}

/** @returns its local id */
function addChecklist(folder: string): number {
  const store = openStore(folder);
  let listId = 0;
  store.transact(operation({ name: 'checklists.add', label: '新增检查清单' }), (tx) => {
    listId = tx.insert('checklist', { title: CHECKLIST, source: '', note: '', retired_on: null });
    const item = { checklist_id: listId, article: '', demand: '', due_days: null, element: '' };
    const ordinary = { ...item, severity: 'ordinary' };
    const section = { ...ordinary, kind: 'section', parent_id: null };
    const safety = tx.insert('checklist_item', { ...section, position: 1, text: '消防安全管理' });
    const gas = tx.insert('checklist_item', { ...section, position: 2, text: '燃气' });
    const question = { ...ordinary, kind: 'question', parent_id: safety };
    tx.insert('checklist_item', {
      ...question,
      position: 1,
      text: questions.exits,
      article: '《中华人民共和国消防法》第二十八条',
      demand: '立即清理，保持畅通',
      due_days: 3,
    });
    tx.insert('checklist_item', {
      ...question,
      position: 2,
      text: questions.wires,
      severity: 'major',
      element: '电气',
    });
    tx.insert('checklist_item', { ...question, parent_id: gas, position: 1, text: questions.gas });
  });
  store.noteFullCheck();
  store.close();
  return listId;
}
