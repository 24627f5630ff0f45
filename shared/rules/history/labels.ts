import { roleNames } from '../../rights.ts';
import { stageNames } from '../assessment/stages.ts';
import { countyPlanStateNames } from '../county-plans/state.ts';
import { deductionStateNames } from '../deductions/model.ts';
import { inspectorRoleNames } from '../inspectors/model.ts';
import { objectionOutcomeNames } from '../objections/model.ts';
import { fullInstant } from '../../calendar/full-instant.ts';
import { settingNames } from './column-names.ts';
import { columnNameOf, tableNameOf } from './stored-names.ts';
import { ledgerSettingLabel, ledgerValueText, standardsText } from './ledger-labels.ts';

/* What the log shows of stored rows. A name that is missing is shown as it is; nothing depends on these lists. */

const pointColumns = new Set(['stated_points', 'max_points', 'points', 'taken']);
const flagColumns = new Set([
  'active',
  'has_password',
  'must_change',
  'takes_over',
  'bonus',
  'single',
  'required',
  'substitute',
  'announced',
  'can_lead',
  'can_serve',
  'pinned',
  'nothing_to_report',
]);
const THOUSAND = 1_000;
/** What was never entered, or has never happened. */
export const EMPTY = '(空)';
const LONGEST_TEXT = 300;

/** Where somebody worked (终端). */
export const hostNames = { electron: '桌面窗口', browser: '浏览器', cli: '命令行' } as const;

export const actionNames = { insert: '新增', update: '修改', delete: '删除' } as const;

export function tableLabel(table: string): string {
  return tableNameOf(table);
}

export function columnLabel(table: string, column: string): string {
  return columnNameOf(table, column);
}

/** What the program keeps for itself: for its searches, comparisons and links. */
const ownColumns = new Set([
  'search_text',
  'name_key',
  'address_key',
  'source_uid',
  'keeper_uid',
  'sealed',
  'thumbnail',
  'pools',
  'settings',
  'teams',
  'pins',
  'plan',
  'quality',
  'announced_plan',
  'pool',
  'row_key',
]);

/** Numbers that only join rows and texts for the search index say nothing to a clerk. */
export function isShown(column: string): boolean {
  if (ownColumns.has(column)) return false;
  return column !== 'id' && column !== 'uid' && (!column.endsWith('_id') || column === 'parent_id');
}

/** Words that are stored in English, alone or as a JSON list. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  roles: { ...inspectorRoleNames, ...roleNames },
  state: deductionStateNames,
  stage: stageNames,
  outcome: objectionOutcomeNames,
  decision: countyPlanStateNames,
  severity: { ordinary: '一般隐患', major: '重大火灾隐患' },
};

/** A stored value as a clerk reads it. */
export function valueText(table: string, column: string, value: string | number | null): string {
  if (value === null || value === '') return EMPTY;
  const ofLedger = ledgerValueText(table, column, value);
  if (ofLedger !== null) return shortened(ofLedger);
  if (column === 'value' && typeof value === 'string') return jsonText(value);
  const known = words[column];
  if (known !== undefined && typeof value === 'string') return wordsText(known, value);
  if (typeof value === 'string') return shortened(column === 'name' ? settingLabel(value) : value);
  if (pointColumns.has(column)) return `${value / THOUSAND} 分`;
  if (flagColumns.has(column)) return value === 1 ? '是' : '否';
  if (column !== 'at' && !column.endsWith('_at')) return String(value);
  return value === 0 ? EMPTY : fullInstant(value);
}

function settingLabel(name: string): string {
  return settingNames[name] ?? ledgerSettingLabel(name) ?? name;
}

function wordsText(known: Readonly<Record<string, string>>, value: string): string {
  const stored = value.match(/\w+/gu) ?? [];
  return stored.map((word) => known[word] ?? word).join('、') || '(空)';
}

/** Settings are kept as JSON; of a text its quotes are left out, of an object with a name the rest. */
function jsonText(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'string') return shortened(value);
    const standards = standardsText(value);
    if (standards !== null) return shortened(standards);
    const isNamed = typeof value === 'object' && value !== null && 'name' in value;
    return shortened(isNamed && typeof value.name === 'string' ? value.name : text);
  } catch {
    return shortened(text);
  }
}

function shortened(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
