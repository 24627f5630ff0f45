import type { LedgerChoice } from '../definition.ts';

/** Kinds of 消防站 by 建标152-2017, and what towns have; standards and required equipment go by them. */
export const stationKinds = [
  { value: 'first', mark: 'square', name: '一级站', words: '一级 一级普通站 一级普通消防站 一级消防站' },
  { value: 'second', mark: 'frame', name: '二级站', words: '二级 二级普通站 二级普通消防站 二级消防站' },
  { value: 'small', mark: 'circle', name: '小型站', words: '小型 小型普通站 小型普通消防站 小型消防站' },
  { value: 'special', mark: 'diamond', name: '特勤站', words: '特勤 特勤消防站' },
  { value: 'support', mark: 'triangle', name: '战勤保障站', words: '战勤保障 战勤保障消防站 战保站' },
  {
    value: 'town',
    mark: 'ring',
    name: '乡镇专职队站',
    words: '乡镇专职队 乡镇专职消防队 专职队 专职消防队 专职队站 乡镇队',
  },
] as const satisfies readonly LedgerChoice[];
