import { App, Button } from 'antd';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { problemOf } from '#renderer/app/problem.ts';

/** Recomputes the chain of the whole log, which shows whether it was altered from outside. */
export function VerifyButton() {
  const { modal, message } = App.useApp();
  const [busy, setBusy] = useState(false);

  async function verify(): Promise<void> {
    setBusy(true);
    try {
      const { intact, operations, problem } = await client.history.verify();
      if (intact) {
        modal.success({
          title: '日志完整',
          content: `${operations} 次操作逐一核对，没有被改动过。`,
          okText: '知道了',
        });
      } else {
        modal.warning({
          title: '日志与记录不符',
          content: problem ?? '请先不要继续录入，复制一份数据文件夹，并联系维护人员。',
          okText: '知道了',
        });
      }
    } catch (error) {
      void message.error(problemOf(error).text, 6);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button loading={busy} onClick={() => void verify()}>
      核对日志
    </Button>
  );
}
