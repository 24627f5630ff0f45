import type { FormFormat } from '#shared/contract/papers.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';

type StartOperation<Input> = Parameters<typeof useOperation<Input, { jobUid: string }>>[0];

/** What a FormPreview writes with: useFormWriter(client.checklists.writeForm, (format) => ({ uid, format })). */
export function useFormWriter<Input>(
  operation: StartOperation<Input>,
  inputOf: (format: FormFormat) => Input,
): (format: FormFormat) => Promise<string | null> {
  const start = useOperation(operation, { isSave: false, repeat: false });
  return async (format) => {
    const outcome = await start.run(inputOf(format));
    return outcome.done ? outcome.value.jobUid : null;
  };
}
