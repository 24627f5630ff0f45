import { Modal } from 'antd';
import type { OrganizationImportPreview, OrganizationNode } from '#shared/contract/organizations.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { SavingDialog } from '#renderer/ui/saving-dialog.tsx';
import { tableFiles } from '#renderer/ui/table-files.ts';
import { type ImportSource, useReading } from '#renderer/ui/table-import/use-reading.tsx';
import { levelsToAdd } from '../actions.ts';
import type { OrganizationKind } from '../organizations-page.tsx';
import { ImportPreview } from './import-preview.tsx';

interface ImportDialogProps {
  /** What was pasted; null: a file is to be chosen. */
  text: string | null;
  parent: OrganizationNode;
  kind: OrganizationKind;
  onClose: () => void;
}

/** Reads, shows what was understood, and takes over all of it or nothing. */
export function ImportDialog({ text, parent, kind, onClose }: ImportDialogProps) {
  const readPaste = useOperation(client.organizations.readPaste, { isSave: false, repeat: false });
  const readWorkbook = useOperation(client.organizations.readWorkbook, { isSave: false, repeat: false });
  const take = useOperation(client.organizations.importStaged, {
    undoable: true,
    success: ({ added, updated }) => `已新增 ${added} 个机构${updated > 0 ? `，更正 ${updated} 个` : ''}`,
  });

  const usual = kind === 'memberUnits' ? 'memberUnit' : (levelsToAdd(parent, kind)[0] ?? 'village');

  const reading = useReading<OrganizationImportPreview, string | null>({ text, firstOptions: null, start });

  async function start(source: ImportSource, from: string | null): Promise<string | null> {
    const place = { parentUid: parent.uid, level: usual, from };
    const outcome = await ('text' in source
      ? readPaste.run({ ...source, place })
      : readWorkbook.run({ ...source, place }));
    if (outcome.done) return outcome.value.jobUid;
    onClose();
    return null;
  }

  async function confirm(stagedUid: string): Promise<void> {
    const outcome = await take.run({ stagedUid });
    if (outcome.done) onClose();
  }

  if (reading.stage === 'read') {
    const { preview, steps } = reading;
    return (
      <>
        <ImportPreview
          preview={preview}
          from={steps.options}
          busy={take.running}
          onFrom={steps.onOptions}
          onSheet={steps.onSheet}
          onConfirm={(stagedUid) => void confirm(stagedUid)}
          onClose={onClose}
        />
        <SavingDialog operationUid={take.runningUid} />
      </>
    );
  }
  if (reading.stage === 'reading') return reading.dialog;
  return (
    <Modal open title="从 Excel 导入机构" footer={null} onCancel={onClose}>
      <FileDrop
        accept={tableFiles}
        text="把机构表拖到这里，或点这里选择"
        hint="认得“县(市、区)、乡镇(街道)、村(社区)”分列的表，也认得“名称、简称、级别、上级、标记”的表；导入前先给您看读到了什么。也可以在 Excel 里复制，回到机构页按 Ctrl+V。"
        onUploaded={({ token }) => reading.read({ fileToken: token, sheet: null }, null)}
      />
    </Modal>
  );
}
