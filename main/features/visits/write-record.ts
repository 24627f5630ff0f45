import type { RecordFields, VisitAnswer, VisitInspector, VisitValue } from '#shared/contract/visits.ts';
import { AppError } from '#shared/errors.ts';
import { answersThatCount } from '#shared/rules/visits/answering.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { WriteStore } from '#main/core/store/write-store.ts';
import type { Asked } from './checklists.ts';
import { allFigures, answersOfVisit, inspectorPool, inspectorsOfVisit, valuesOfVisit } from './queries.ts';

/** Answers of what is asked; what stands below a section that does not apply is not kept. */
export function answersToKeep({ checklists }: Asked, answers: readonly VisitAnswer[]): VisitAnswer[] {
  const given = new Map(answers.map(({ itemUid, answer }) => [itemUid, answer]));
  const items = checklists.flatMap((checklist) => checklist.items);
  const counting = answersThatCount(items, given);
  return answers.filter(({ itemUid }) => counting.has(itemUid));
}

interface Parts extends Pick<RecordFields, 'inspectors' | 'answers' | 'values'> {
  asked: Asked;
  today: string;
}

/** What a record holds in rows of their own. */
export function writeParts(db: WriteStore, visitId: number, parts: Parts): void {
  writeInspectors(db, visitId, parts.inspectors, parts.today);
  writeAnswers(db, visitId, parts.answers, parts.asked);
  writeValues(db, visitId, parts.values);
}

function writeInspectors(
  db: WriteStore,
  visitId: number,
  wanted: readonly VisitInspector[],
  today: string,
): void {
  const stored = db.all(inspectorsOfVisit, { visitId });
  const isSame =
    stored.length === wanted.length &&
    wanted.every(({ uid, name }, index) => {
      const row = stored[index];
      return row !== undefined && row.inspector_uid === uid && row.name === name;
    });
  if (isSame) return;
  for (const { id } of stored) db.remove('visit_inspector', id);
  const ids = new Map(db.all(inspectorPool, { today }).map(({ id, uid }) => [uid, id]));
  for (const [index, { uid, name }] of wanted.entries())
    db.insert('visit_inspector', {
      visit_id: visitId,
      position: index + 1,
      inspector_id: uid === null ? null : inspectorId(ids, uid, name),
      name,
    });
}

function inspectorId(ids: ReadonlyMap<string, number>, uid: string, name: string): number {
  const id = ids.get(uid);
  if (id === undefined) throw new AppError('notFound', { what: `检查人员“${name}”` });
  return id;
}

function writeAnswers(
  db: WriteStore,
  visitId: number,
  answers: readonly VisitAnswer[],
  { items }: Asked,
): void {
  const wanted = new Map(answers.map((answer) => [answer.itemUid, answer]));
  const kept = new Set<string>();
  for (const { id, item_uid: itemUid } of db.all(answersOfVisit, { visitId })) {
    // Of a question that has left its checklist the answer stays as it was.
    if (itemUid === null) continue;
    const answer = wanted.get(itemUid);
    if (answer === undefined) db.remove('visit_answer', id);
    else db.update('visit_answer', id, { answer: answer.answer, note: answer.note });
    kept.add(itemUid);
  }
  for (const { itemUid, answer, note } of wanted.values()) {
    const item = items.get(itemUid);
    if (item === undefined || kept.has(itemUid)) continue;
    db.insert('visit_answer', { visit_id: visitId, item_id: item.id, text: item.text, answer, note });
  }
}

function writeValues(db: WriteStore, visitId: number, values: readonly VisitValue[]): void {
  const wanted = new Map(values.map(({ figureUid, value }) => [figureUid, value]));
  const stored = db.all(valuesOfVisit, { visitId });
  for (const { id, figure_uid: figureUid } of stored) {
    const value = wanted.get(figureUid);
    if (value === undefined) db.remove('visit_value', id);
    else db.update('visit_value', id, { value });
  }
  const known = new Set(stored.map(({ figure_uid }) => figure_uid));
  for (const [figureUid, value] of wanted)
    if (!known.has(figureUid))
      db.insert('visit_value', { visit_id: visitId, figure_id: figureId(db, figureUid), value });
}

function figureId(db: ReadStore, uid: string): number {
  const figure = db.all(allFigures).find((each) => each.uid === uid);
  if (figure === undefined) throw new AppError('notFound', { what: '这个统计项' });
  return figure.id;
}
