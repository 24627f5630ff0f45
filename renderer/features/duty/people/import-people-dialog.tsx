import { client } from '#renderer/app/client.ts';
import { importDialog } from '#renderer/ui/table-import/import-dialog.tsx';

export const ImportPeopleDialog = importDialog<null>({
  what: '值班人员',
  unit: '人',
  hint: '一行一人：姓名、单位、职务、电话、岗位（带班、值班）；有标题行时列的顺序不限，没写岗位的按值班。名单里已有的会更新，空着的格子不会抹掉原来的内容；先核对，再导入。',
  read: client.duty.readTable,
  take: client.duty.importTable,
  firstOptions: null,
});
