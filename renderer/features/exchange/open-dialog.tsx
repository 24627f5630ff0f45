import { Form, Input } from 'antd';
import { useState } from 'react';
import type { WaitingPack } from '#shared/contract/exchange.ts';
import { PACK_ENDING } from '#shared/pack-ending.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';
import type { ChosenFile } from './handed-pack.ts';
import styles from './exchange.module.css';

interface OpenDialogProps {
  /** Chosen already, as by a double click on the desktop. */
  given: ChosenFile | null;
  onOpened: (pack: WaitingPack) => void;
  onClose: () => void;
}

/** The file and its password; the file stays chosen where the password was wrong. */
export function OpenDialog({ given, onOpened, onClose }: OpenDialogProps) {
  const [file, setFile] = useState(given);
  const [isMissing, setIsMissing] = useState(false);
  const [jobUid, setJobUid] = useState<string | null>(null);
  const open = useOperation(client.exchange.open, { isSave: false, repeat: false });

  async function submit({ password = '' }: { password?: string }): Promise<void> {
    setIsMissing(file === null);
    if (file === null) return;
    const outcome = await open.run({ fileToken: file.token, password });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <FormDialog<{ password?: string }>
        title="合并数据包"
        verb="打开核对"
        busy={open.running}
        onSubmit={(values) => void submit(values)}
        onClose={onClose}
      >
        <p className={styles.words}>
          先打开核对：从哪里来、有多少、哪些和这里不一样。点“合并”以前什么都不会改。
        </p>
        <Form.Item validateStatus={isMissing ? 'error' : ''} help={isMissing ? '请先选择数据包' : undefined}>
          <FileDrop
            accept={[PACK_ENDING]}
            text={file === null ? '把数据包拖到这里，或点这里选择' : `已选“${file.name}”`}
            hint={`文件名以 ${PACK_ENDING} 结尾`}
            onUploaded={(uploaded) => {
              setFile(uploaded);
              setIsMissing(false);
            }}
          />
        </Form.Item>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入制作时设的密码' }]}>
          <Input.Password maxLength={200} autoComplete="off" />
        </Form.Item>
      </FormDialog>
      <JobDialog
        uid={jobUid}
        // Made by our core.
        onDone={(result) => onOpened(result as WaitingPack)}
        onClose={() => setJobUid(null)}
      />
    </>
  );
}
