import { useEffect, useEffectEvent, useState } from 'react';
import { useParams } from 'wouter';
import type { OpenedText } from '#shared/contract/tasks.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useUpload } from '#renderer/ui/use-upload.ts';
import type { OpenedFile } from './opened-file.ts';

export const textFileEnds = ['.docx', '.pdf', '.txt'];

type Source = { fileToken: string } | { uid: string; attachmentUid: string };

/** Opens a text by file: one that is chosen or dropped, or at first the attachment that the address names. */
export function useTextFile(onOpened: (file: OpenedFile) => void) {
  const [source, setSource] = useState<Source | null>(useNamedAttachment());
  const [jobUid, setJobUid] = useState<string | null>(null);
  const openUploaded = useOperation(client.tasks.openText, { isSave: false, repeat: false });
  const openAttached = useOperation(client.receivedPapers.openText, { isSave: false, repeat: false });
  const upload = useUpload({
    accept: textFileEnds,
    advice: '请在 Word 或 WPS 里另存为 .docx 再打开。',
    onUploaded: ({ token }) => void start({ fileToken: token }),
  });

  async function start(next: Source): Promise<void> {
    setSource(next);
    const outcome = await ('fileToken' in next ? openUploaded.run(next) : openAttached.run(next));
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  const startFirst = useEffectEvent(() => {
    if (source !== null) void start(source);
  });
  useEffect(() => startFirst(), []);

  function finish(result: unknown): void {
    const receivedUid = source !== null && 'uid' in source ? source.uid : null;
    // The job's own result, made by our core.
    onOpened({ ...(result as OpenedText), receivedUid });
  }

  return { upload, jobUid, finish, closeJob: () => setJobUid(null) };
}

function useNamedAttachment(): Source | null {
  const { receivedUid, attachmentUid } = useParams<{ receivedUid?: string; attachmentUid?: string }>();
  return receivedUid === undefined || attachmentUid === undefined
    ? null
    : { uid: receivedUid, attachmentUid };
}
