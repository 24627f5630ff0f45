import { randomUUID } from 'node:crypto';
import {
  type paperSetup as contract,
  PRINTED_FORM,
  type TemplateSummary,
} from '#shared/contract/paper-setup.ts';
import { AppError } from '#shared/errors.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { unsignedPaper } from '#shared/rules/papers/dated-paper.ts';
import { openedBlock } from '#shared/rules/papers/template-text.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireKind } from './kinds.ts';
import { currentTemplates, type Template, templateVersions } from './templates.ts';

const FIRST_KIND = 1;

type Names = 'templates' | 'template' | 'saveTemplate';

/** Templates as the office edits them: every saving is a version of its own. */
export const templateSetup: Pick<Handlers<typeof contract>, Names> = {
  templates: (_input, context) =>
    currentTemplates(context).map((template) => toSummary(context.db, template)),

  template({ key, version }, context) {
    const versions = templateVersions(context)
      .filter((template) => template.key === key)
      .toReversed();
    const found = version === null ? versions[0] : versions.find((template) => template.version === version);
    if (found === undefined) throw new AppError('notFound', { what: '该模板' });
    return {
      ...toSummary(context.db, found),
      content: found.content,
      versions: versions.map(({ version: each, createdBy, createdAt }) => ({
        version: each,
        createdBy,
        createdAt,
      })),
    };
  },

  saveTemplate({ key, baseVersion, kind: code, name, source, active, content }, context) {
    const { db, now, caller, summarize } = context;
    const current = currentTemplates(context).find((template) => template.key === key);
    if (key !== null && current === undefined) throw new AppError('notFound', { what: '该模板' });
    if (current !== undefined && current.version !== baseVersion) {
      throw new AppError('refused', {
        reason: `这个模板刚被${current.createdBy}改过。请重新打开，再做修改。`,
      });
    }
    if (key === null && code === PRINTED_FORM)
      throw new AppError('refused', { reason: '印出的表单不能另建模板，请直接修改它。' });
    const saved = { key: key ?? randomUUID(), version: (current?.version ?? 0) + 1 };
    db.insert('paper_template', {
      template_key: saved.key,
      version: saved.version,
      kind_id: kindIdOf(db, code),
      name,
      source,
      active: Number(active),
      created_at: now,
      created_by: caller.userName,
      content: JSON.stringify(withPlaces(content)),
    });
    summarize(`${name} 第${saved.version}版`);
    return saved;
  },
};

function toSummary(db: ReadStore, template: Template): TemplateSummary {
  const { key, version, kind, name, source, active, createdBy, createdAt } = template;
  const kindName = kind === PRINTED_FORM ? '印出的表单' : requireKind(db, { code: kind }).name;
  return { key, version, kind, kindName, name, source, active, createdBy, createdAt };
}

/** Every version belongs to a kind; that of a printed form says nothing and is the first one. */
function kindIdOf(db: ReadStore, code: string): number {
  return requireKind(db, code === PRINTED_FORM ? { id: FIRST_KIND } : { code }).id;
}

/** What was typed as {名称} becomes a place; number and days are left to the papers. */
function withPlaces(paper: Paper): Paper {
  return {
    ...unsignedPaper(paper),
    body: paper.body.map(openedBlock),
    attachments: paper.attachments.map(({ title, body }) => ({ title, body: body.map(openedBlock) })),
  };
}
