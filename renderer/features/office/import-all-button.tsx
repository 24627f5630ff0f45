import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { JobDialog } from '#renderer/ui/job-dialog.tsx';

/** Begins with what another PC has exported as a whole. */
export function ImportAllButton() {
  const [step, setStep] = useState<'asking' | 'ready' | null>(null);
  const [jobUid, setJobUid] = useState<string | null>(null);
  const start = useOperation(client.exchange.importAll, { isSave: false, repeat: false });

  async function begin({ folder = '' }: { folder?: string }): Promise<void> {
    const outcome = await start.run({ folder: folder.trim() });
    if (outcome.done) setJobUid(outcome.value.jobUid);
  }

  return (
    <>
      <Button type="link" onClick={() => setStep('asking')}>
        导入全部数据
      </Button>
      {step === 'asking' && (
        <FormDialog<{ folder?: string }>
          title="导入全部数据"
          verb="核对、导入"
          busy={start.running}
          onSubmit={(values) => void begin(values)}
          onClose={() => setStep(null)}
        >
          <p>放进另一台电脑“数据交换 › 导出全部数据”写的文件夹。每个文件都先按校验值核对，改动过的不导入。</p>
          <Form.Item
            name="folder"
            label="文件夹的位置"
            extra="完整路径，例如 E:\全部数据 20261130-0900 或 /media/U盘/全部数据 20261130-0900；压缩包请先解压。"
            rules={[{ required: true, message: '请填写文件夹的位置' }]}
          >
            <Input maxLength={500} autoComplete="off" />
          </Form.Item>
        </FormDialog>
      )}
      <JobDialog uid={jobUid} onDone={() => setStep('ready')} onClose={() => setJobUid(null)} />
      <Modal
        open={step === 'ready'}
        title="数据已经核对好"
        footer={
          <Button type="primary" onClick={() => setStep(null)}>
            知道了
          </Button>
        }
        onCancel={() => setStep(null)}
      >
        请关闭程序再打开一次，就能用原来的用户登录，看到全部数据。
      </Modal>
    </>
  );
}
