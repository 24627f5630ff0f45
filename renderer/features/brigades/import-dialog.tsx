import { client } from '#renderer/app/client.ts';
import { importDialog } from '#renderer/ui/table-import/import-dialog.tsx';

export const ImportDialog = importDialog<null>({
  what: '专职消防队',
  unit: '支',
  hint: '一行一个乡镇(街道)，连标题行一起：县(市、区)、乡镇(街道)、类别、队长、电话、人员、驾驶员、水罐车，选址、营房、车辆装备、队员招录、投入执勤的完成日期或计划日期，列的顺序不限；导出的台账也可以改好导回。空着的格子不会抹掉原来的内容；先核对，再导入。',
  read: client.brigades.readTable,
  take: client.brigades.importTable,
  firstOptions: null,
});
