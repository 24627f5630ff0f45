import type { FormFormat } from '#shared/contract/papers.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { useChecklistForm } from '../use-checklists.ts';

/** The checklist as it is taken along. */
export function PrintDialog({ uid, onClose }: { uid: string; onClose: () => void }) {
  const form = useChecklistForm(uid);
  const start = useOperation(client.checklists.writeForm, { isSave: false, repeat: false });

  async function write(format: FormFormat): Promise<string | null> {
    const outcome = await start.run({ uid, format });
    return outcome.done ? outcome.value.jobUid : null;
  }

  return <FormPreview title="检查表" form={form} write={write} onClose={onClose} />;
}
