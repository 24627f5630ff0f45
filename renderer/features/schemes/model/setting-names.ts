import type { SchemeSettings } from '#shared/rules/scoring/model.ts';

/** Under which names the clerk knows the settings of a scheme. */
export const settingLabels: Readonly<Record<keyof SchemeSettings, string>> = {
  grades: '等次',
  gradesSource: '等次界限的依据',
  decimals: '显示小数',
  decimalsSource: '显示小数的依据',
  ties: '同分时',
  tiesSource: '同分办法的依据',
  bestGradeQuota: '最高等次名额',
  bestGradeMost: '最高等次最多',
  quotaSource: '名额的依据',
  bonusCap: '加分上限',
  bonusSource: '加分上限的依据',
  convertTo: '折算为',
  convertSource: '折算办法的依据',
  selfCounts: '没有考评分的项',
  selfCountsSource: '没有考评分时的依据',
  judges: '几名评委评分时',
  judgesSource: '评委分算法的依据',
};

export const tiesNames: Readonly<Record<SchemeSettings['ties'], string>> = {
  skip: '并列，后面空出名次(1、1、3)',
  dense: '并列，后面接着排(1、1、2)',
};

export function decimalsName(decimals: number): string {
  return decimals === 0 ? '整数' : `${decimals} 位`;
}

export function selfCountsName(selfCounts: boolean): string {
  return selfCounts ? '按自评分计' : '算未评';
}
