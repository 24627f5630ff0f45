import type { FormFormat } from '#shared/contract/papers.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { useRecordForms } from '../use-visits.ts';

/** 检查记录表 on paper, one for each target. */
export function FormsDialog({ targetUids, onClose }: { targetUids: string[]; onClose: () => void }) {
  const form = useRecordForms(targetUids);
  const start = useOperation(client.visitSheets.writeForms, { isSave: false, repeat: false });

  async function write(format: FormFormat): Promise<string | null> {
    const outcome = await start.run({ targetUids, format });
    return outcome.done ? outcome.value.jobUid : null;
  }

  return <FormPreview title="检查记录表" form={form} write={write} onClose={onClose} />;
}
