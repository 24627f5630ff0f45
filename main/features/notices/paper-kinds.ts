import type { NoticeKind } from '#shared/rules/notices/model.ts';

/** Kind of paper and template of each kind of notice. */
export const paperKindOf: Readonly<Record<NoticeKind, string>> = {
  order: 'order',
  letter: 'supervisionLetter',
  reminder: 'reminder',
  summons: 'summons',
  circular: 'circular',
  listing: 'listing',
  delisting: 'delisting',
};
