import { useQuery } from '@tanstack/react-query';
import type { SheetScope } from '#shared/contract/score-sheets.ts';
import { api, client } from '#renderer/app/client.ts';
import { FormPreview } from '#renderer/ui/paper/form-preview.tsx';
import { useFormWriter } from '#renderer/ui/paper/use-form-writer.ts';

/** Score sheets on paper, to be filled in by hand. */
export function FormsDialog({ scope, onClose }: { scope: SheetScope; onClose: () => void }) {
  const form = useQuery({ ...api.scoreSheets.forms.queryOptions({ input: scope }), staleTime: 0, gcTime: 0 });
  const write = useFormWriter(client.scoreSheets.writeForms, (format) => ({ ...scope, format }));

  return <FormPreview title="评分表" form={form} write={write} onClose={onClose} />;
}
