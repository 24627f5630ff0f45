import { client } from '#renderer/app/client.ts';
import { importDialog } from '#renderer/ui/table-import/import-dialog.tsx';

export const ImportDialog = importDialog<null>({
  what: '问题隐患',
  unit: '处',
  hint: '一行一处，连标题行一起：县(市、区)、被督查单位、部位、存在的问题、级别、整改要求、责任单位、发现日期、整改时限、五落实，列的顺序不限。已有的(同一场所、问题和日期)只补写空着的内容和五落实；先核对，再导入。',
  read: client.findings.readTable,
  take: client.findings.importTable,
  firstOptions: null,
});
