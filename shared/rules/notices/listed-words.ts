import type { ListedState } from './listed-state.ts';

export const listedStateWords: Readonly<Record<ListedState, string>> = {
  rectifying: '整改中',
  dueSoon: '临近期限',
  overdue: '逾期未整改',
  accepted: '已验收，待摘牌',
  delisted: '已摘牌',
};
