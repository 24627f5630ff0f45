import { client } from '#renderer/app/client.ts';
import { importDialog } from '#renderer/ui/table-import/import-dialog.tsx';

export const ImportDialog = importDialog<null>({
  what: '文件',
  unit: '份',
  hint: '一行一份，连标题行一起：名称、文号、发布机关、效力级别、发布日期、施行日期、失效日期、效力、主题词、摘要，列的顺序不限。名称和文号都相同的会更新；没写级别的按名称和文号判断；先核对，再导入。',
  read: client.library.readTable,
  take: client.library.importTable,
  firstOptions: null,
});
