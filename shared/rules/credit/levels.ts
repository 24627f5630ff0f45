/* Levels of 应急消〔2020〕331号: 守信 (the red list), 一般失信, 严重失信 (the black list). */

export const discreditLevels = ['ordinary', 'serious'] as const;
export type DiscreditLevel = (typeof discreditLevels)[number];

/** none: nothing counts on the day. */
export type CreditLevel = 'trusted' | DiscreditLevel | 'none';

export const creditLevelNames: Readonly<Record<CreditLevel, string>> = {
  trusted: '守信',
  ordinary: '一般失信',
  serious: '严重失信',
  none: '未评价',
};

/** What an event of a kind does: it leads to a level by itself, or adds points towards one. */
export const eventEffects = ['trusted', 'ordinary', 'serious', 'points'] as const;
export type EventEffect = (typeof eventEffects)[number];

export const eventEffectNames: Readonly<Record<EventEffect, string>> = {
  trusted: '列入守信',
  ordinary: '拟认定一般失信',
  serious: '拟认定严重失信',
  points: '计分',
};
