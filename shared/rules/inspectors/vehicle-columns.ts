import type { ListColumns } from '../tables/list-columns.ts';

export type VehicleMeaning = 'name' | 'seats' | 'unit' | 'retiredOn' | 'note';

/** What a list of the vehicles for inspections (督查车辆) holds; 座位数 counts the driver's. */
export const vehicleTableColumns: ListColumns<VehicleMeaning> = {
  name: {
    name: '车牌号',
    words: '车牌 车牌号码 车号 车辆号牌 号牌号码 号牌 车辆 车辆名称',
    limit: 40,
    isRequired: true,
  },
  seats: {
    name: '座位数(含驾驶员)',
    words: '座位数 座位 座位数量 核定载客 核定载人数 核载人数 核载 载客人数 座数',
  },
  unit: { name: '单位', words: '所在单位 所属单位 单位名称 派车单位 车属单位 提供单位', limit: 60 },
  retiredOn: { name: '停用日期', words: '停用时间 报废日期', kind: 'day' },
  note: { name: '备注', words: '说明', limit: 500 },
};
