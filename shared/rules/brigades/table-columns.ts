import type { ListColumn, ListColumns } from '../tables/list-columns.ts';
import { type BrigadeStage, brigadeStageNames, brigadeStages } from './model.ts';

type StageMeaning = `${BrigadeStage}${'Stage' | 'PlannedOn' | 'DoneOn'}`;

export type BrigadeMeaning =
  | 'county'
  | 'unit'
  | 'class'
  | 'leader'
  | 'phone'
  | 'people'
  | 'drivers'
  | 'tenders'
  | StageMeaning
  | 'note';

/** What other offices' tables call a stage, besides its name. */
const stageWords: Readonly<Record<BrigadeStage, readonly string[]>> = {
  site: ['用地'],
  building: ['车库', '营房车库', '营房建设'],
  vehicles: ['车辆装备配备', '车辆器材'],
  people: ['人员招录', '招录'],
  duty: ['执勤'],
};

/** A progress table of towns' brigades: of each stage one column, as in the ledger, or its two days. */
export const brigadeTableColumns: ListColumns<BrigadeMeaning> = {
  county: { name: '县(市、区)', words: '区县 县区 县市区 区市县 所在区县' },
  unit: {
    name: '乡镇(街道)',
    words: '乡镇 街道 镇街 乡镇办 乡镇名称 镇 重点镇 单位 单位名称 名称',
    isRequired: true,
  },
  class: { name: '类别', words: '专职队类别 队伍类别 类型 级别 等级' },
  leader: { name: '队长', words: '队长姓名 负责人', limit: 60 },
  phone: { name: '电话', words: '联系电话 联系方式 队长电话 手机', limit: 60 },
  people: { name: '人员', words: '人数 人员数 队员 队员数 队员人数' },
  drivers: { name: '驾驶员', words: '其中驾驶员 驾驶员数 司机' },
  tenders: { name: '水罐车', words: '水罐车数 水罐消防车' },
  ...stageColumns(),
  note: { name: '备注', words: '说明', limit: 500 },
};

function stageColumns(): ListColumns<StageMeaning> {
  const columns = brigadeStages.flatMap((stage): [StageMeaning, ListColumn][] => {
    const name = brigadeStageNames[stage];
    const called = [name, ...stageWords[stage]];
    const headed = (...ends: string[]) => called.flatMap((word) => ends.map((end) => word + end)).join(' ');
    return [
      [`${stage}PlannedOn`, { name: `${name}计划日期`, words: headed('计划', '计划时间'), kind: 'day' }],
      [`${stage}DoneOn`, { name: `${name}完成日期`, words: headed('完成', '完成时间'), kind: 'day' }],
      // As the ledger writes it: the day it was done, or the planned one in brackets.
      [`${stage}Stage`, { name: `${name}(计划的写在括号里)`, words: headed('', '日期', '时间') }],
    ];
  });
  // Each stage has its three.
  return Object.fromEntries(columns) as Record<StageMeaning, ListColumn>;
}
