import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import styles from '../checklists.module.css';
import { useShippedChecklists } from '../use-checklists.ts';

/** The program's own checklists become the office's, to be changed at will. */
export function ShippedDialog({ onClose }: { onClose: () => void }) {
  const query = useShippedChecklists();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const add = useOperation(client.checklists.addShipped, {
    success: ({ uids }) => `已加入 ${uids.length} 份清单`,
    undoable: true,
  });
  const keys = (query.data ?? [])
    .filter(({ key, isAdded }) => !isAdded && !refused.includes(key))
    .map(({ key }) => key);

  async function submit(): Promise<void> {
    if ((await add.run({ keys })).done) onClose();
  }

  return (
    <Modal
      open
      width={620}
      title="加入自带的清单"
      okText={keys.length === 0 ? '加入' : `加入 ${keys.length} 份`}
      cancelText="取消"
      okButtonProps={{ disabled: keys.length === 0 }}
      confirmLoading={add.running}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p className={styles.hint}>
        加入后就是本办公室的清单，可以增删修改。条款只写了有把握的，请按本地规定核对。
      </p>
      <QueryView query={query}>
        {(lists) => (
          <div className={styles.shipped}>
            {lists.map(({ key, title, questions, isAdded }) => (
              <Checkbox
                key={key}
                disabled={isAdded}
                checked={isAdded || !refused.includes(key)}
                onChange={({ target }) =>
                  setRefused(target.checked ? refused.filter((each) => each !== key) : [...refused, key])
                }
              >
                {title}{' '}
                <span className={styles.grey}>
                  {questions} 项{isAdded && '，已有同名的'}
                </span>
              </Checkbox>
            ))}
          </div>
        )}
      </QueryView>
    </Modal>
  );
}
