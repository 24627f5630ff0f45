import type { SiteImportPreview } from '#shared/contract/key-sites.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { ImportPreviewDialog } from '#renderer/ui/table-import/import-preview.tsx';
import { TableImport } from '#renderer/ui/table-import/table-import.tsx';
import type { ImportSource } from '#renderer/ui/table-import/use-reading.tsx';
import styles from '../key-sites.module.css';
import { placeLevels } from '../words.ts';
import { PREVIEW_PIXELS, previewColumns } from './preview-columns.ts';

interface ImportDialogProps {
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  onClose: () => void;
}

const HINT =
  '一行一家，连标题行一起：单位名称、县(市、区)、乡镇(街道)、地址、行业、类别、负责人、电话，列的顺序不限。台账里已有的会更新，空着的格子不会抹掉原来的内容；先核对，再导入。';

/** Reads a table, shows what would happen, and only then stores it. */
export function ImportDialog({ text, onClose }: ImportDialogProps) {
  const readPaste = useOperation(client.keySites.readPaste, { isSave: false, repeat: false });
  const readWorkbook = useOperation(client.keySites.readWorkbook, { isSave: false, repeat: false });
  const take = useOperation(client.keySites.importStaged, {
    undoable: true,
    success: ({ added, changed }) => `已导入：新增 ${added} 家，更新 ${changed} 家`,
  });

  async function start(source: ImportSource, placeUid: string | null): Promise<string | null> {
    const outcome = await ('text' in source
      ? readPaste.run({ ...source, placeUid })
      : readWorkbook.run({ ...source, placeUid }));
    return outcome.done ? outcome.value.jobUid : null;
  }
  async function confirm(stagedUid: string): Promise<void> {
    if ((await take.run({ stagedUid })).done) onClose();
  }

  return (
    <TableImport<SiteImportPreview, string | null>
      title="导入重点单位"
      hint={HINT}
      text={text}
      firstOptions={null}
      start={start}
      onClose={onClose}
    >
      {(preview, steps) => (
        <ImportPreviewDialog
          title="核对要导入的单位"
          unit="家"
          preview={preview}
          steps={steps}
          columns={previewColumns}
          columnPixels={PREVIEW_PIXELS}
          busy={take.running}
          onConfirm={(stagedUid) => void confirm(stagedUid)}
          onClose={onClose}
          options={
            <span className={styles.fallback}>
              没写区县的算在
              <OrganizationSelect
                aria-label="没写区县的算在"
                placeholder="选区县或乡镇"
                levels={placeLevels}
                value={steps.options}
                onChange={steps.onOptions}
              />
            </span>
          }
          notes={
            preview.newTrades.length > 0 ? [`行业里还没有、将一并新增：${preview.newTrades.join('、')}`] : []
          }
        />
      )}
    </TableImport>
  );
}
