import { useQuery } from '@tanstack/react-query';
import type { FormFormat } from '#shared/contract/papers.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { draftFormTables } from '../tables.ts';

/** 发文稿纸 of a paper, filled in with what its way has brought so far. */
export function DraftFormDialog({ uid, onClose }: { uid: string; onClose: () => void }) {
  const form = useQuery(
    api.papers.draftForm.queryOptions({ input: { uid }, meta: { tables: draftFormTables } }),
  );
  const start = useOperation(client.papers.writeDraftForm, { isSave: false, repeat: false });

  async function write(format: FormFormat): Promise<string | null> {
    const outcome = await start.run({ uid, format });
    return outcome.done ? outcome.value.jobUid : null;
  }

  return <FormPreview title="发文稿纸" form={form} write={write} onClose={onClose} />;
}
