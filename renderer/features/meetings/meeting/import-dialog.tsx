import type { MeetingDetail } from '#shared/contract/meetings.ts';
import { client } from '#renderer/app/client.ts';
import { ListImport } from '#renderer/ui/table-import/list-import.tsx';

interface ImportDialogProps {
  meeting: Pick<MeetingDetail, 'uid' | 'title'>;
  onClose: () => void;
}

export function ImportDialog({ meeting, onClose }: ImportDialogProps) {
  return (
    <ListImport<{ meetingUid: string }>
      what={`${meeting.title}的参会人员`}
      unit="人"
      hint="一行一人，连标题行一起：姓名、单位、职务、电话、身份，列的顺序不限，除姓名外都可以没有。身份写“参会”或“列席”，没写的新增人员算列席；已经在列的按姓名和单位认出来，只补改写了的栏目。"
      text={null}
      read={client.meetings.readTable}
      take={client.meetings.importTable}
      firstOptions={{ meetingUid: meeting.uid }}
      onClose={onClose}
    />
  );
}
