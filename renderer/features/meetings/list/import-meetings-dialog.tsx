import { client } from '#renderer/app/client.ts';
import { importDialog } from '#renderer/ui/table-import/import-dialog.tsx';

export const ImportMeetingsDialog = importDialog<null>({
  what: '会议',
  unit: '次会议',
  hint: '一行一次：会议名称、会议系列、会议日期（可以带时间）、地点、主持人、备注；有标题行时列的顺序不限。今天以前的算已召开，以后的按名册召集参会人员；名称和日期都相同的会更新，空着的格子不会抹掉原来的内容；先核对，再导入。',
  read: client.meetingList.readTable,
  take: client.meetingList.importTable,
  firstOptions: null,
});
