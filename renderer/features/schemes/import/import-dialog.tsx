import { useLocation } from 'wouter';
import type { AppliesTo, SchemeImportPreview } from '#shared/contract/schemes.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { TableImport } from '#renderer/ui/table-import/table-import.tsx';
import type { ImportSource } from '#renderer/ui/table-import/use-reading.tsx';
import { ImportPreview } from './import-preview.tsx';

const HINT =
  '认得“考评内容、分值、评分标准”这样的表头，栏目先后不限；一级指标可以是合并的单元格，也可以是“一、组织领导(20分)”这样的行。导入前先给您看读到了什么。';

interface ImportDialogProps {
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  onClose: () => void;
}

/** Reads a table, shows what was understood, and stores it when the clerk says so. */
export function ImportDialog({ text, onClose }: ImportDialogProps) {
  const [, navigate] = useLocation();
  const readPaste = useOperation(client.schemes.readPaste, { isSave: false, repeat: false });
  const readWorkbook = useOperation(client.schemes.readWorkbook, { isSave: false, repeat: false });
  const take = useOperation(client.schemes.importStaged, { success: '已导入为草稿', undoable: true });

  async function start(source: ImportSource): Promise<string | null> {
    const outcome = await ('text' in source ? readPaste.run(source) : readWorkbook.run(source));
    return outcome.done ? outcome.value.jobUid : null;
  }
  async function confirm(stagedUid: string, title: string, appliesTo: AppliesTo): Promise<void> {
    const outcome = await take.run({ stagedUid, title, appliesTo });
    if (outcome.done) navigate(`/schemes/${outcome.value.uid}`);
  }

  return (
    <TableImport<SchemeImportPreview, null>
      title="导入考核方案"
      hint={HINT}
      text={text}
      firstOptions={null}
      start={start}
      onClose={onClose}
    >
      {(preview, steps) => (
        <ImportPreview
          key={preview.stagedUid}
          preview={preview}
          busy={take.running}
          onSheet={steps.onSheet}
          onCorrect={steps.onCorrect}
          onConfirm={(title, appliesTo) => void confirm(preview.stagedUid, title, appliesTo)}
          onClose={onClose}
        />
      )}
    </TableImport>
  );
}
