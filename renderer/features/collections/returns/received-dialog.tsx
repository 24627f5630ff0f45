import { Button, Modal } from 'antd';
import type { ReceivedFiles } from '#shared/contract/collection-returns.ts';
import { DialogTable } from '#renderer/ui/dialog-table.tsx';
import styles from './returns.module.css';

interface ReceivedDialogProps {
  received: ReceivedFiles;
  onMerge: () => void;
  onClose: () => void;
}

/** What came of a heap of files, and what to do with what was not taken. */
export function ReceivedDialog({ received, onMerge, onClose }: ReceivedDialogProps) {
  const { correct, mustCorrect, again, refused } = received;
  const lines = [
    `没有问题的 ${correct} 张，已收下`,
    ...(mustCorrect === 0 ? [] : [`要改正的 ${mustCorrect} 张：点开单位看哪一格，或者导出更正清单发回去`]),
    ...(again === 0 ? [] : [`以前收过、内容一样的 ${again} 张，没有重复收`]),
    ...(refused.length === 0 ? [] : [`没有收下的 ${refused.length} 处，见下面`]),
  ];
  return (
    <Modal
      open
      width={760}
      title="收表结果"
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>关闭</Button>
          {correct > 0 && (
            <Button type="primary" onClick={onMerge}>
              核对、合并
            </Button>
          )}
        </>
      }
    >
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {refused.length > 0 && (
        <DialogTable heads={['文件', '为什么没有收、怎么办']} most={400}>
          {refused.map(({ fileName, text }) => (
            <tr key={`${fileName} ${text}`}>
              <th scope="row">{fileName}</th>
              <td>{text}</td>
            </tr>
          ))}
        </DialogTable>
      )}
    </Modal>
  );
}
