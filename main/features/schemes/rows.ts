import type { Indicator, SchemeCategory, SchemeDetail, SchemeSummary } from '#shared/contract/schemes.ts';
import type { SchemeSettings } from '#shared/rules/scoring/model.ts';
import { schemeFindings } from '#shared/rules/schemes/findings.ts';
import { initialsOf } from '#main/core/pinyin/initials.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import {
  allSchemes,
  categoriesOfScheme,
  factsOfAllSchemes,
  factsOfScheme,
  type IndicatorRow,
  indicatorsOfScheme,
  type SchemeFacts,
  type SchemeRow,
} from './queries.ts';
import { readCondition, readRules, readSettings } from './stored-json.ts';

type Facts = Omit<SchemeFacts, 'scheme_id'>;
const NO_FACTS: Facts = { indicator_count: 0, full_points: 0, period_count: 0 };

function toSummary(row: SchemeRow, facts: Facts): SchemeSummary {
  return {
    uid: row.uid,
    title: row.title,
    initials: initialsOf(row.title),
    documentNumber: row.document_number,
    appliesTo: row.applies_to,
    status: row.status,
    inForceFrom: row.in_force_from,
    version: row.version,
    familyUid: row.family_uid,
    indicatorCount: facts.indicator_count,
    fullPoints: facts.full_points,
    periodCount: facts.period_count,
  };
}

export function listSchemes(db: ReadStore): SchemeSummary[] {
  const facts = new Map(db.all(factsOfAllSchemes).map((row) => [row.scheme_id, row]));
  return db.all(allSchemes).map((row) => toSummary(row, facts.get(row.id) ?? NO_FACTS));
}

export function settingsOf(row: SchemeRow): SchemeSettings {
  return readSettings(row.settings);
}

/** Categories and indicators in the document's order. */
export function treeOf(
  db: ReadStore,
  schemeId: number,
): { categories: SchemeCategory[]; indicators: Indicator[] } {
  return {
    categories: db.all(categoriesOfScheme, { schemeId }).map((row) => ({
      uid: row.uid,
      name: row.name,
      maxPoints: row.max_points,
      bonus: row.bonus === 1,
    })),
    indicators: db.all(indicatorsOfScheme, { schemeId }).map(toIndicator),
  };
}

type IndicatorFields = Omit<IndicatorRow, 'id' | 'category_id' | 'scheme_id' | 'position'>;

export function toIndicator(row: IndicatorFields): Indicator {
  return {
    uid: row.uid,
    categoryUid: row.category_uid,
    number: row.number,
    content: row.content,
    maxPoints: row.max_points,
    ruleText: row.rule_text,
    method: row.method,
    source: row.source,
    floor: row.floor,
    notApplicable: row.not_applicable,
    condition: readCondition(row.condition),
    rules: readRules(row.rules),
  };
}

export function detailOf(db: ReadStore, row: SchemeRow): SchemeDetail {
  const tree = treeOf(db, row.id);
  const settings = settingsOf(row);
  const statedPoints = row.stated_points;
  return {
    ...toSummary(row, db.get(factsOfScheme, { id: row.id }) ?? NO_FACTS),
    issuer: row.issuer,
    statedPoints,
    versionReason: row.version_reason,
    settings,
    notes: row.notes,
    ...tree,
    findings: schemeFindings({ ...tree, settings, statedPoints }),
  };
}
