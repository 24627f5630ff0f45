import { useQuery } from '@tanstack/react-query';
import type { FormFormat } from '#shared/contract/papers.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { handlingFormTables } from './tables.ts';

/** 收文处理单 of a received paper, filled in as far as it has been handled. */
export function HandlingFormDialog({ uid, onClose }: { uid: string; onClose: () => void }) {
  const form = useQuery(
    api.receivedPapers.handlingForm.queryOptions({ input: { uid }, meta: { tables: handlingFormTables } }),
  );
  const start = useOperation(client.receivedPapers.writeHandlingForm, { isSave: false, repeat: false });

  async function write(format: FormFormat): Promise<string | null> {
    const outcome = await start.run({ uid, format });
    return outcome.done ? outcome.value.jobUid : null;
  }

  return <FormPreview title="收文处理单" form={form} write={write} onClose={onClose} />;
}
