import { client } from '#renderer/app/client.ts';
import { ListImport } from '#renderer/ui/table-import/list-import.tsx';

const HINT =
  '一行一人，连标题行一起：姓名、单位、职务、角色、专长、回避区县、电话、请假，列的顺序不限。库里已有的(同名同单位)会更新，空着的格子不会抹掉原来的内容；先核对，再导入。';

interface ImportDialogProps {
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  onClose: () => void;
}

export function ImportDialog({ text, onClose }: ImportDialogProps) {
  return (
    <ListImport<null>
      what="督查人员"
      unit="人"
      hint={HINT}
      text={text}
      read={client.inspectors.readTable}
      take={client.inspectors.importTable}
      firstOptions={null}
      onClose={onClose}
    />
  );
}
