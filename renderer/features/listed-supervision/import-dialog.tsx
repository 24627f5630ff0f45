import { client } from '#renderer/app/client.ts';
import { importDialog } from '#renderer/ui/table-import/import-dialog.tsx';

export const ImportDialog = importDialog<null>({
  what: '挂牌督办',
  unit: '项',
  hint: '一行一项，连标题行一起：单位或区域名称、责任单位、主要火灾隐患、整改责任人、包案领导、督办单位、挂牌日期、整改期限，列的顺序不限。已有的(同名、同日挂牌)会更新，空着的格子不会抹掉原来的内容；先核对，再导入。',
  read: client.listedSupervision.readTable,
  take: client.listedSupervision.importTable,
  firstOptions: null,
});
