import { client } from '#renderer/app/client.ts';
import { importDialog } from '#renderer/ui/table-import/import-dialog.tsx';

export const ImportPartnersDialog = importDialog<null>({
  what: '联动单位',
  unit: '家',
  hint: '一行一家：类别、单位、值班电话、联系人、联系人电话、备注；有标题行时列的顺序不限。通讯录里已有的会更新，空着的格子不会抹掉原来的内容；先核对，再导入。',
  read: client.partnerUnits.readTable,
  take: client.partnerUnits.importTable,
  firstOptions: null,
});
