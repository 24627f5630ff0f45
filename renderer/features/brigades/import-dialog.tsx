import { client } from '#renderer/app/client.ts';
import { ListImport } from '#renderer/ui/table-import/list-import.tsx';

interface ImportDialogProps {
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  onClose: () => void;
}

export function ImportDialog({ text, onClose }: ImportDialogProps) {
  return (
    <ListImport<null>
      what="专职消防队"
      unit="支"
      hint="一行一个乡镇(街道)，连标题行一起：县(市、区)、乡镇(街道)、类别、队长、电话、人员、驾驶员、水罐车，选址、营房、车辆装备、队员招录、投入执勤的完成日期或计划日期，列的顺序不限；导出的台账也可以改好导回。空着的格子不会抹掉原来的内容；先核对，再导入。"
      text={text}
      read={client.brigades.readTable}
      take={client.brigades.importTable}
      firstOptions={null}
      onClose={onClose}
    />
  );
}
