import type { RandomObjectFilter } from '#shared/contract/random-inspection.ts';
import type { DrawStatus, TargetResult } from '#shared/rules/random-inspection/model.ts';
import type { TargetView } from '#shared/contract/random-results.ts';
import type { Light } from '#renderer/ui/light-tag.tsx';

/** Whatever changes one of these makes what is shown of random inspection old. */
export const randomTables: readonly string[] = [
  'random_item',
  'random_class',
  'random_object',
  'random_inspector',
  'random_plan',
  'random_plan_line',
  'random_draw',
  'random_target',
  'random_publication',
  'inspector',
  'inspector_leave',
  'key_site',
  'finding',
  'setting',
  'organization_state',
];

export const drawLights: Readonly<Record<DrawStatus, Light>> = {
  frozen: 'yellow',
  drawn: 'green',
  cancelled: 'plain',
};

export const resultLights: Readonly<Record<TargetResult, Light>> = {
  clean: 'green',
  problems: 'red',
  notFound: 'yellow',
  refused: 'red',
};

export const objectViewNames: Readonly<Record<RandomObjectFilter['view'], string>> = {
  active: '在库',
  held: '暂不抽取',
  punished: '受过处罚',
  closed: '已退出',
  all: '全部',
};

export const targetViewNames: Readonly<Record<TargetView, string>> = {
  all: '全部',
  open: '待检查',
  overdue: '逾期',
  done: '已检查',
  problems: '有问题',
};
