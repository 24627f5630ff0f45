import { client } from '#renderer/app/client.ts';
import { importDialog } from '#renderer/ui/table-import/import-dialog.tsx';

export const ImportDialog = importDialog<null>({
  what: '督查人员',
  unit: '人',
  hint: '一行一人，连标题行一起：姓名、单位、职务、角色、专长、回避区县、电话、请假，列的顺序不限。库里已有的(同名同单位)会更新，空着的格子不会抹掉原来的内容；先核对，再导入。',
  read: client.inspectors.readTable,
  take: client.inspectors.importTable,
  firstOptions: null,
});
