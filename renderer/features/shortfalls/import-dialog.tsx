import type { ShortfallItem } from '#shared/contract/shortfalls.ts';
import { client } from '#renderer/app/client.ts';
import { ListImport } from '#renderer/ui/table-import/list-import.tsx';

interface ImportDialogProps {
  item: ShortfallItem;
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  onClose: () => void;
}

export function ImportDialog({ item, text, onClose }: ImportDialogProps) {
  return (
    <ListImport<{ itemUid: string }>
      what={`${item.name}应建和现有数`}
      unit="个单位"
      hint="一行一个单位，连标题行一起：县(市、区)、单位、应建、现有、备注。空着的格子不会抹掉原来的内容；先核对，再导入。"
      text={text}
      read={client.shortfalls.readTable}
      take={client.shortfalls.importTable}
      firstOptions={{ itemUid: item.uid }}
      onClose={onClose}
    />
  );
}
