import { client } from '#renderer/app/client.ts';
import { importDialog } from '#renderer/ui/table-import/import-dialog.tsx';

export const ImportDialog = importDialog<null>({
  what: '收文',
  unit: '份',
  hint: '一行一份，连标题行一起：收文编号、收文日期、来文单位、来文字号、标题、办理期限、拟办意见、领导批示、办理结果，列的顺序不限。没写编号的接着往下编；登记簿里已有的会更新，办理记录不动；先核对，再导入。',
  read: client.receivedPapers.readTable,
  take: client.receivedPapers.importTable,
  firstOptions: null,
});
