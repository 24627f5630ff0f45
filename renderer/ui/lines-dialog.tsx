import { Modal } from 'antd';
import type { ReactNode } from 'react';

interface LinesDialogProps {
  title: string;
  width: number;
  /** High lists stand in the middle of the window. */
  centered?: boolean;
  /** Something is still missing in a line. */
  isIncomplete?: boolean;
  saving: boolean;
  onSave: () => Promise<{ done: boolean }>;
  onClose: () => void;
  children: ReactNode;
}

/** A list or settings of the office's own, edited and saved as a whole; closed once that went well. */
export function LinesDialog(props: LinesDialogProps) {
  const { title, width, centered = false, isIncomplete = false, saving, onSave, onClose, children } = props;

  async function save(): Promise<void> {
    if ((await onSave()).done) onClose();
  }

  return (
    <Modal
      open
      centered={centered}
      width={width}
      title={title}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: isIncomplete }}
      confirmLoading={saving}
      mask={{ closable: false }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {children}
    </Modal>
  );
}
