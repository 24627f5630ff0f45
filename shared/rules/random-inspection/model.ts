/** 事项类别 of an item. */
export const itemKinds = ['key', 'general'] as const;
export type ItemKind = (typeof itemKinds)[number];

export const itemKindNames: Readonly<Record<ItemKind, string>> = {
  key: '重点检查事项',
  general: '一般检查事项',
};

/** Levels of 应急消〔2020〕331号. */
export const creditLevels = ['unknown', 'trusted', 'discredited', 'serious'] as const;
export type CreditLevel = (typeof creditLevels)[number];

export const creditLevelNames: Readonly<Record<CreditLevel, string>> = {
  unknown: '未评价',
  trusted: '守信',
  discredited: '一般失信',
  serious: '严重失信',
};

export const drawStatuses = ['frozen', 'drawn', 'cancelled'] as const;
export type DrawStatus = (typeof drawStatuses)[number];

export const drawStatusNames: Readonly<Record<DrawStatus, string>> = {
  frozen: '名单已冻结',
  drawn: '已抽取',
  cancelled: '已作废',
};

export const targetResults = ['clean', 'problems', 'notFound', 'refused'] as const;
export type TargetResult = (typeof targetResults)[number];

export const targetResultNames: Readonly<Record<TargetResult, string>> = {
  clean: '未发现问题',
  problems: '发现问题',
  notFound: '无法联系或已停业',
  refused: '不配合检查',
};

export const publicationKinds = ['results', 'plan'] as const;
export type PublicationKind = (typeof publicationKinds)[number];

export const publicationKindNames: Readonly<Record<PublicationKind, string>> = {
  results: '抽查结果',
  plan: '抽查计划',
};

/** 2026-003. */
export function drawNumberText(year: number, number: number): string {
  return `${year}-${String(number).padStart(3, '0')}`;
}

/** 2026 年 11 月 of 2026-11. */
export function monthText(month: string): string {
  return `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5, 7))} 月`;
}
