import type { TableProps } from 'antd';
import type { InspectorImportPreview, InspectorImportRow } from '#shared/contract/inspectors.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { ImportPreviewDialog } from '#renderer/ui/table-import/import-preview.tsx';
import { TableImport } from '#renderer/ui/table-import/table-import.tsx';
import type { ImportSource } from '#renderer/ui/table-import/use-reading.tsx';

const HINT =
  '一行一人，连标题行一起：姓名、单位、职务、角色、专长、回避区县、电话、请假，列的顺序不限。库里已有的(同名同单位)会更新，空着的格子不会抹掉原来的内容；先核对，再导入。';

const columns: NonNullable<TableProps<InspectorImportRow>['columns']> = [
  { title: '姓名', dataIndex: 'name', width: 90, ellipsis: true },
  { title: '单位', dataIndex: 'unit', width: 160, ellipsis: true },
  { title: '角色', dataIndex: 'roles', width: 110, ellipsis: true },
  { title: '专长', dataIndex: 'skills', width: 140, ellipsis: true },
  { title: '回避区县', dataIndex: 'homeCounty', width: 90, ellipsis: true },
  { title: '电话', dataIndex: 'phone', width: 120, ellipsis: true },
];
const COLUMN_PIXELS = 710;

interface ImportDialogProps {
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  onClose: () => void;
}

/** Reads a table, shows what would happen, and only then stores it. */
export function ImportDialog({ text, onClose }: ImportDialogProps) {
  const readPaste = useOperation(client.inspectors.readPaste, { isSave: false, repeat: false });
  const readWorkbook = useOperation(client.inspectors.readWorkbook, { isSave: false, repeat: false });
  const take = useOperation(client.inspectors.importStaged, {
    undoable: true,
    success: ({ added, changed }) => `已导入：新增 ${added} 人，更新 ${changed} 人`,
  });

  async function start(source: ImportSource): Promise<string | null> {
    const outcome = await ('text' in source ? readPaste.run(source) : readWorkbook.run(source));
    return outcome.done ? outcome.value.jobUid : null;
  }
  async function confirm(stagedUid: string): Promise<void> {
    if ((await take.run({ stagedUid })).done) onClose();
  }

  return (
    <TableImport<InspectorImportPreview, null>
      title="导入督查人员"
      hint={HINT}
      text={text}
      firstOptions={null}
      start={start}
      onClose={onClose}
    >
      {(preview, steps) => (
        <ImportPreviewDialog
          title="核对要导入的督查人员"
          unit="人"
          preview={preview}
          steps={steps}
          columns={columns}
          columnPixels={COLUMN_PIXELS}
          busy={take.running}
          onConfirm={(stagedUid) => void confirm(stagedUid)}
          onClose={onClose}
          notes={
            preview.newSkills.length > 0 ? [`专长里还没有、将一并新增：${preview.newSkills.join('、')}`] : []
          }
        />
      )}
    </TableImport>
  );
}
