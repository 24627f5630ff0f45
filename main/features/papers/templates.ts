import { PRINTED_FORM } from '#shared/contract/paper-setup.ts';
import { AppError } from '#shared/errors.ts';
import { blankPaper } from '#shared/rules/papers/blank-paper.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { type FieldValues, fillPlaces } from '#shared/rules/papers/places.ts';
import type { ReadContext } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { requireKind } from './kinds.ts';
import type { KindRow } from './queries.ts';
import { paperSettings } from './settings.ts';
import { type FormKey, shippedForms } from './shipped-forms.ts';
import { shippedTemplates } from './shipped-templates.ts';
import { allTemplates, type TemplateRow } from './template-queries.ts';

export interface Template {
  key: string;
  /** 0: as it comes with the program. */
  version: number;
  kind: string;
  name: string;
  /** Where its order of parts comes from. */
  source: string;
  active: boolean;
  content: Paper;
  /** Who wrote this version and when; empty for version 0. */
  createdBy: string;
  createdAt: number | null;
}

type Sources = Pick<ReadContext, 'db' | 'resourcesFolder'>;

/** The newest version of each: what new papers are made from. */
export function currentTemplates(sources: Sources): Template[] {
  const newest = new Map(templateVersions(sources).map((template) => [template.key, template]));
  return [...newest.values()];
}

/** Every version of every template: those of the program, then the office's own, older before newer. */
export function templateVersions({ db, resourcesFolder }: Sources): Template[] {
  const shipped = shippedTemplates(resourcesFolder).map((template): Template => {
    const { content, ...rest } = template;
    const kind = requireKind(db, { code: template.kind });
    return {
      ...rest,
      version: 0,
      active: true,
      content: { ...startOf(kind), ...content },
      createdBy: '',
      createdAt: null,
    };
  });
  const forms = shippedForms(resourcesFolder).map(
    (form): Template => ({
      ...form,
      kind: PRINTED_FORM,
      version: 0,
      active: true,
      createdBy: '',
      createdAt: null,
    }),
  );
  const formKeys = new Set<string>(forms.map(({ key }) => key));
  const own = db.all(allTemplates).map((row) => toTemplate(db, row, formKeys));
  return [...shipped, ...forms, ...own];
}

/** @throws AppError notFound */
function currentTemplate(sources: Sources, key: string): Template {
  const found = currentTemplates(sources).find((template) => template.key === key);
  if (found === undefined) throw new AppError('notFound', { what: '该模板' });
  return found;
}

/** A paper made from a template, and from which version of it. */
export interface FilledTemplate {
  content: Paper;
  template: { key: string; version: number };
}

/**
 * A paper from a template: the office's own words are put in, then the given values; what has no value stays open
 * and must be filled before signing. An empty value counts as none.
 * @throws AppError notFound
 */
export function fillTemplate(sources: Sources, key: string, fields: FieldValues): FilledTemplate {
  return templateFiller(sources, key)(fields);
}

/** The same for many papers of one template, which is read once. @throws AppError notFound */
export function templateFiller(sources: Sources, key: string): (fields: FieldValues) => FilledTemplate {
  const { version, kind: code, content } = currentTemplate(sources, key);
  const kind = requireKind(sources.db, { code });
  return (fields) => {
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
    return {
      content: withOfficeWords(sources.db, kind, fillPlaces(content, given)),
      template: { key, version },
    };
  };
}

/** A form that is printed around papers as the office has it now, under its name. */
export function printedForm(sources: Sources, key: FormKey): Paper {
  const { content } = currentTemplate(sources, key);
  return fillPlaces(content, { 印发机关: paperSettings(sources.db).printer });
}

/** An empty paper of a kind, with the office's own words. */
export function emptyPaper({ db }: Sources, code: string): Paper {
  const kind = requireKind(db, { code });
  return withOfficeWords(db, kind, startOf(kind));
}

/** What every paper of a kind begins with; the places in it are filled from the office's settings. */
function startOf(kind: KindRow): Paper {
  const blank = blankPaper(kind.layout);
  const isMinutes = kind.layout === 'minutes';
  return {
    ...blank,
    head: {
      ...blank.head,
      issuers: ['{发文机关}'],
      markSuffix: isMinutes ? kind.name : blank.head.markSuffix,
      issueLine: isMinutes ? { left: '{印发机关}', right: '' } : null,
    },
    signature: blank.signature && { ...blank.signature, units: ['{发文机关}'] },
    endMatter: blank.endMatter && {
      ...blank.endMatter,
      copyTo: '{抄送}',
      printer: kind.layout === 'letter' ? '' : '{印发机关}',
    },
  };
}

function withOfficeWords(db: ReadStore, kind: KindRow, paper: Paper): Paper {
  const settings = paperSettings(db);
  const mark = kind.issuer === 'office' ? settings.officeMark : settings.committeeMark;
  const filled = fillPlaces(paper, {
    发文机关: mark,
    印发机关: settings.printer,
    抄送: settings.copyTo,
    联系人: settings.contactPerson,
    联系电话: settings.contactPhone,
  });
  return {
    ...filled,
    signature: filled.signature && { ...filled.signature, seal: filled.signature.seal && settings.seal },
  };
}

function toTemplate(db: ReadStore, row: TemplateRow, formKeys: ReadonlySet<string>): Template {
  return {
    key: row.template_key,
    version: row.version,
    kind: formKeys.has(row.template_key) ? PRINTED_FORM : requireKind(db, { id: row.kind_id }).code,
    name: row.name,
    source: row.source,
    active: row.active === 1,
    // Written by this program.
    content: JSON.parse(row.content) as Paper,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}
