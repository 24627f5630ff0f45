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
      what="收文"
      unit="份"
      hint="一行一份，连标题行一起：收文编号、收文日期、来文单位、来文字号、标题、办理期限、拟办意见、领导批示、办理结果，列的顺序不限。没写编号的接着往下编；登记簿里已有的会更新，办理记录不动；先核对，再导入。"
      text={text}
      read={client.receivedPapers.readTable}
      take={client.receivedPapers.importTable}
      firstOptions={null}
      onClose={onClose}
    />
  );
}
