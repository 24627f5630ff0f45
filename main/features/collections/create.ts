import { v7 } from 'uuid';
import type { NewCollection } from '#shared/contract/collections.ts';
import { AppError } from '#shared/errors.ts';
import { valueProblem } from '#shared/rules/collections/canonical.ts';
import {
  type CollectionDefinition,
  definitionProblem,
  type DesignedForm,
} from '#shared/rules/collections/definition.ts';
import type { WriteContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import type { Sources } from './origins.ts';
import { type Candidate, candidatesOf } from './propose.ts';
import { collectionByTitle } from './queries.ts';

export function createCollection(
  sources: Sources,
  input: NewCollection,
  context: WriteContext,
): { uid: string } {
  const { db, caller, now, summarize } = context;
  const { title, origin, instruction, dueOn } = input;
  requireFreeTitle(db, title);
  const { definition, units } = contentOf(sources, input, context);
  const uid = v7();
  const collectionId = db.insert('collection', {
    uid,
    title,
    origin: JSON.stringify(origin),
    definition: JSON.stringify(definition),
    instruction,
    due_on: dueOn,
    created_at: now,
    created_by: caller.userName,
    closed_on: null,
  });
  for (const [position, { organization, name, rows }] of units.entries())
    db.insert('collection_unit', {
      collection_id: collectionId,
      organization_id: organization.id,
      position,
      name,
      given: JSON.stringify(rows),
      version: 1,
      handed_on: null,
    });
  summarize(`${title}，${units.length} 个单位`);
  return { uid };
}

/** What is asked and of whom, as it is at this moment. */
function contentOf(
  sources: Sources,
  { origin, form, organizationUids }: NewCollection,
  context: WriteContext,
): { definition: CollectionDefinition; units: Candidate[] } {
  const proposed = candidatesOf(origin, sources, context);
  const wanted = new Set(organizationUids);
  const chosen = proposed.candidates.filter(({ organization }) => wanted.has(organization.uid));
  if (chosen.length < wanted.size)
    throw new AppError('refused', { reason: '所选的单位里有的已经没有要填的内容，请重新选一次。' });
  if (origin.kind !== 'form') return { definition: proposed.definition, units: chosen };
  if (form === null) throw new AppError('badInput', { detail: '还没有设计表格' });
  requireSound(form);
  return { definition: form.definition, units: chosen.map((unit) => ({ ...unit, rows: form.rows })) };
}

/** @throws AppError refused */
function requireSound(form: DesignedForm): void {
  const { definition, rows } = form;
  const problem = definitionProblem(definition) ?? valueProblem(form);
  if (problem !== null) throw new AppError('refused', { reason: `${problem}。` });
  if (definition.rows === 'given' && rows.length === 0)
    throw new AppError('refused', { reason: '表里没有一行可填，请写上要填的各行，或让单位自己添行。' });
  if (new Set(rows.map(({ key }) => key)).size < rows.length)
    throw new AppError('badInput', { detail: '有两行的标识相同' });
}

/** @throws AppError duplicate */
export function requireFreeTitle(db: ReadStore, title: string): void {
  if (db.get(collectionByTitle, { title }) !== undefined)
    throw new AppError('duplicate', { what: '下发收集', value: title });
}
