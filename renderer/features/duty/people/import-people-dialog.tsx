import { client } from '#renderer/app/client.ts';
import { ListImport } from '#renderer/ui/table-import/list-import.tsx';

interface ImportPeopleDialogProps {
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  onClose: () => void;
}

export function ImportPeopleDialog({ text, onClose }: ImportPeopleDialogProps) {
  return (
    <ListImport<null>
      what="值班人员"
      unit="人"
      hint="一行一人：姓名、单位、职务、电话、岗位（带班、值班）；有标题行时列的顺序不限，没写岗位的按值班。名单里已有的会更新，空着的格子不会抹掉原来的内容；先核对，再导入。"
      text={text}
      read={client.duty.readTable}
      take={client.duty.importTable}
      firstOptions={null}
      onClose={onClose}
    />
  );
}
