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
      what="问题隐患"
      unit="处"
      hint="一行一处，连标题行一起：县(市、区)、被督查单位、部位、存在的问题、级别、整改要求、责任单位、发现日期、整改时限、五落实，列的顺序不限。已有的(同一场所、问题和日期)只补写空着的内容和五落实；先核对，再导入。"
      text={text}
      read={client.findings.readTable}
      take={client.findings.importTable}
      firstOptions={null}
      onClose={onClose}
    />
  );
}
