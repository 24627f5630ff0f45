import { client } from '#renderer/app/client.ts';
import { importDialog } from '#renderer/ui/table-import/import-dialog.tsx';

export const ImportDialog = importDialog<null>({
  what: '信用事项',
  unit: '项',
  hint: '一行一项，连标题行一起：企业名称、统一社会信用代码、所在地、信用事项、日期、事由、文号，列的顺序不限。信用事项写“规则”里的名称；没有登记过的企业会新增，同一企业、同一天、同一种的只算一次；先核对，再导入。',
  read: client.credit.readTable,
  take: client.credit.importTable,
  firstOptions: null,
});
