import { Modal } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import type { OrganizationImportPreview, OrganizationNode } from '#shared/contract/organizations.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
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

type Source = { text: string } | { fileToken: string; sheet: string | null };

/** Reads, shows what was understood, and takes over all of it or nothing. */
export function ImportDialog({ text, parent, kind, onClose }: ImportDialogProps) {
  const [source, setSource] = useState<Source | null>(text === null ? null : { text });
  const [from, setFrom] = useState<string | null>(null);
  const [jobUid, setJobUid] = useState<string | null>(null);
  const [found, setFound] = useState<{ origin: Source; preview: OrganizationImportPreview } | null>(null);
  const readPaste = useOperation(client.organizations.readPaste, { isSave: false, repeat: false });
  const readWorkbook = useOperation(client.organizations.readWorkbook, { isSave: false, repeat: false });
  const take = useOperation(client.organizations.importStaged, {
    undoable: true,
    success: ({ added, updated }) => `已新增 ${added} 个机构${updated > 0 ? `，更正 ${updated} 个` : ''}`,
  });

  const usual = kind === 'memberUnits' ? 'memberUnit' : (levelsToAdd(parent, kind)[0] ?? 'village');

  function read(next: Source, day: string | null): void {
    setSource(next);
    setFrom(day);
    setFound(null);
    setJobUid(null);
    void start(next, day);
  }

  async function start(next: Source, day: string | null): Promise<void> {
    const place = { parentUid: parent.uid, level: usual, from: day };
    const outcome = await ('text' in next
      ? readPaste.run({ ...next, place })
      : readWorkbook.run({ ...next, place }));
    if (outcome.done) setJobUid(outcome.value.jobUid);
    else onClose();
  }

  const readFirst = useEffectEvent(() => {
    if (text !== null) void start({ text }, null);
  });
  useEffect(() => readFirst(), []);

  async function confirm(stagedUid: string): Promise<void> {
    const outcome = await take.run({ stagedUid });
    if (outcome.done) onClose();
  }

  if (found !== null) {
    const { origin, preview } = found;
    return (
      <ImportPreview
        preview={preview}
        from={from}
        busy={take.running}
        onFrom={(day) => read(origin, day)}
        onSheet={(sheet) => 'fileToken' in origin && read({ ...origin, sheet }, from)}
        onConfirm={(stagedUid) => void confirm(stagedUid)}
        onClose={onClose}
      />
    );
  }
  if (source !== null) {
    // The preview is the job's own result, made by our core.
    return (
      <JobDialog
        key={jobUid}
        uid={jobUid}
        onDone={(result) => setFound({ origin: source, preview: result as OrganizationImportPreview })}
        onClose={() => setSource(null)}
      />
    );
  }
  return (
    <Modal open title="从 Excel 导入机构" footer={null} onCancel={onClose}>
      <FileDrop
        accept={['.xlsx', '.xls', '.et']}
        text="把机构表拖到这里，或点这里选择"
        hint="认得“县(市、区)、乡镇(街道)、村(社区)”分列的表，也认得“名称、简称、级别、上级、标记”的表；导入前先给您看读到了什么。也可以在 Excel 里复制，回到机构页按 Ctrl+V。"
        onUploaded={({ token }) => read({ fileToken: token, sheet: null }, null)}
      />
    </Modal>
  );
}
