import { client } from '#renderer/app/client.ts';
import { importDialog } from '#renderer/ui/table-import/import-dialog.tsx';

export const VehicleImportDialog = importDialog<null>({
  what: '督查车辆',
  unit: '辆',
  hint: '一行一辆，连标题行一起：车牌号、座位数(含驾驶员)、单位、停用日期、备注，列的顺序不限。已有的(同一车牌号)会更新，空着的格子不会抹掉原来的内容；导出名单里的“督查车辆”一页也可以改好导回。',
  read: client.inspectionVehicles.readTable,
  take: client.inspectionVehicles.importTable,
  firstOptions: null,
});
