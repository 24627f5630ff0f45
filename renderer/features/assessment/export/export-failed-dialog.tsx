import { Button, Modal, Result } from 'antd';
import { useFirstFocus } from '#renderer/ui/first-focus.ts';

interface ExportFailedDialogProps {
  /** In Chinese, with what to do. */
  problem: string;
  onSaveAs: () => void;
  onAgain: () => void;
  onClose: () => void;
}

/** The workbook was not written, mostly because the last one is still open in Excel or WPS. */
export function ExportFailedDialog({ problem, onSaveAs, onAgain, onClose }: ExportFailedDialogProps) {
  const first = useFirstFocus<HTMLButtonElement>();
  return (
    <Modal
      open
      width={520}
      title="导出考核结果"
      mask={{ closable: false }}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>关闭</Button>
          <Button onClick={onAgain}>重试</Button>
          <Button type="primary" ref={first} onClick={onSaveAs}>
            另存为…
          </Button>
        </>
      }
    >
      <Result status="warning" title="没有导出" subTitle={problem} />
    </Modal>
  );
}
