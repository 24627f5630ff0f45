import { App } from 'antd';
import { useCallback } from 'react';

export interface Question {
  /** 删除“2026 年考核方案”? */
  title: string;
  /** What happens then, in words. */
  consequence: string;
  /** The verb on the button: 删除. */
  verb: string;
  /** Cannot be undone. */
  danger?: boolean;
}

/** Asks before what cannot be undone; what is reversible is undone rather than asked. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const { modal } = App.useApp();
  return useCallback(
    async ({ title, consequence, verb, danger = false }) => {
      const answer: unknown = await modal.confirm({
        title,
        content: consequence,
        okText: verb,
        cancelText: '取消',
        okButtonProps: { danger },
        autoFocusButton: danger ? 'cancel' : 'ok',
      });
      return answer === true;
    },
    [modal],
  );
}
