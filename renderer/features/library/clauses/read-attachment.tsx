import { useQuery } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { OpenedText } from '#shared/contract/tasks.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

interface ReadAttachmentButtonProps {
  uid: string;
  onText: (text: string) => void;
}

const LABEL = '从附件读入';

/** Where the text is attached as a file that can be read; of several files one is chosen. */
export function ReadAttachmentButton({ uid, onText }: ReadAttachmentButtonProps) {
  const { data = [] } = useQuery(
    api.attachments.list.queryOptions({
      input: { kind: 'libraryEntry', uid },
      meta: { tables: ['attachment'] },
    }),
  );
  const [jobUid, setJobUid] = useState<string | null>(null);
  const open = useOperation(client.library.openText, { isSave: false, repeat: false });
  const texts = data.filter(({ name }) => /\.(?:docx|pdf|txt)$/iu.test(name));
  const [first] = texts;
  if (first === undefined) return null;

  async function read(attachmentUid: string): Promise<void> {
    const outcome = await open.run({ uid, attachmentUid });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  const button = (
    <Button
      size="small"
      loading={open.running}
      onClick={texts.length === 1 ? () => void read(first.uid) : undefined}
    >
      {LABEL}
    </Button>
  );
  return (
    <>
      {texts.length === 1 ? (
        button
      ) : (
        <Dropdown
          trigger={['click']}
          menu={{
            items: texts.map(({ uid: key, name }) => ({ key, label: name })),
            onClick: ({ key }) => void read(key),
          }}
        >
          {button}
        </Dropdown>
      )}
      {jobUid !== null && (
        <JobDialog
          uid={jobUid}
          onDone={(result) => {
            setJobUid(null);
            onText((result as OpenedText).text);
          }}
          onClose={() => setJobUid(null)}
        />
      )}
    </>
  );
}
