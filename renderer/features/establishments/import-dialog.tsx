import type { EstablishmentKind } from '#shared/contract/establishments.ts';
import { client } from '#renderer/app/client.ts';
import { ListImport } from '#renderer/ui/table-import/list-import.tsx';

interface ImportDialogProps {
  kind: EstablishmentKind;
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  onClose: () => void;
}

export function ImportDialog({ kind, text, onClose }: ImportDialogProps) {
  return (
    <ListImport<{ kindUid: string }>
      what={`${kind.name}台账`}
      unit="个单位"
      hint="一行一个单位，连标题行一起：县(市、区)、单位、计划日期、挂牌日期、批准文件、地点、负责人、电话、专职人员，列的顺序不限。空着的格子不会抹掉原来的内容；先核对，再导入。"
      text={text}
      read={client.establishments.readTable}
      take={client.establishments.importTable}
      firstOptions={{ kindUid: kind.uid }}
      onClose={onClose}
    />
  );
}
