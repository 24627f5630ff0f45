import { client } from '#renderer/app/client.ts';
import { importDialog } from '#renderer/ui/table-import/import-dialog.tsx';

export const ImportCampaignsDialog = importDialog<null>({
  what: '专项督查',
  unit: '次督查',
  hint: '一行一次：督查名称、督查类型、开始日期、结束日期、来文依据；有标题行时列的顺序不限。都从筹备开始，名称相同的会更新，空着的格子不会抹掉原来的内容；暗访不从表格导入。先核对，再导入。',
  read: client.campaignList.readTable,
  take: client.campaignList.importTable,
  firstOptions: null,
});
