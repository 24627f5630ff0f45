import type { AppliesTo, SchemeSummary } from '#shared/contract/schemes.ts';
import type { IndicatorCondition } from '#shared/rules/scoring/model.ts';
import type { Light } from '#renderer/ui/light-tag.tsx';
import { settingLabels } from './setting-names.ts';

export const appliesToNames: Readonly<Record<AppliesTo, string>> = {
  county: '县(市、区)',
  township: '乡镇(街道)',
  village: '村(社区)',
  memberUnit: '成员单位',
};

export const appliesToOptions = (Object.keys(appliesToNames) as AppliesTo[]).map((value) => ({
  value,
  label: appliesToNames[value],
}));

export const statusWords: Readonly<Record<SchemeSummary['status'], { light: Light; word: string }>> = {
  draft: { light: 'yellow', word: '草稿' },
  inForce: { light: 'green', word: '施行中' },
  replaced: { light: 'plain', word: '已被替代' },
};

/** Which organizations an indicator applies to, by a mark. */
export const relationNames: Readonly<Record<NonNullable<IndicatorCondition>['relation'] | 'all', string>> = {
  all: '全部被考评单位',
  has: '有标记的单位',
  lacks: '没有标记的单位',
  containsAny: '下辖有标记单位的',
  containsNone: '下辖没有标记单位的',
};

/** Under which names the clerk knows the fields of a conflict. */
export const fieldLabels: Readonly<Record<string, string>> = {
  title: '方案名称',
  documentNumber: '文号',
  issuer: '发文单位',
  appliesTo: '适用对象',
  statedPoints: '文件写明的满分',
  ...settingLabels,
  notes: '说明',
  name: '一级指标名称',
  maxPoints: '分值',
  bonus: '加分项',
  number: '序号',
  content: '考评内容',
  ruleText: '评分标准',
  method: '考评方式',
  source: '依据',
  floor: '扣完以后',
  notApplicable: '不适用时',
  condition: '适用于',
  rules: '评分规则',
};
