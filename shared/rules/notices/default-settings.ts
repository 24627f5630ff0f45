import type { NoticeKind, NoticeRule, NoticeSettings } from './model.ts';

const CUSTOM = '惯例，可修改';

function rule(kind: NoticeKind, days: number | null, next: NoticeKind | null, source = CUSTOM): NoticeRule {
  return {
    kind,
    replyTerm: days === null ? null : { count: days, unit: 'workday', movesToWorkday: false },
    slip: days !== null,
    next,
    source,
  };
}

/** What an office begins with. No published source fixes the reply terms, but for what is named. */
export const defaultNoticeSettings: NoticeSettings = {
  rules: [
    rule('reminder', 10, 'letter'),
    rule('letter', 10, 'order'),
    rule('order', 7, 'summons'),
    rule('summons', 5, 'circular', '约谈后 5 个工作日内书面回复(漳州市的规定)'),
    rule('circular', null, null),
    rule('listing', null, null),
    rule('delisting', null, null),
  ],
  basis: '《消防安全责任制实施办法》（国办发〔2017〕87号）',
  demand: '逐项明确责任人、整改措施和完成时限，尽快办结上述事项',
  warningDays: 3,
  boardTerm: { count: 5, unit: 'workday', movesToWorkday: false },
  progressDay: 30,
};
