import { App, Button } from 'antd';
import { useMemo } from 'react';
import { client } from '../client.ts';
import { problemOf } from '../problem.ts';

const OFFER_SECONDS = 6;
/** What was done and what was taken back take each other's place on the screen. */
const MESSAGE_KEY = 'operation';

export interface TakeBack {
  /** Says what was done and offers 撤销 beside it for a few seconds. */
  offer(text: string, operationUid: string): void;
  /** Takes back one named operation, or this window's last own one. */
  undo(operationUid?: string): Promise<void>;
  redo(): Promise<void>;
}

/** Undo and redo, telling the clerk what was taken back or why it cannot be. */
export function useTakeBack(): TakeBack {
  const { message } = App.useApp();
  return useMemo(() => {
    async function tell(work: () => Promise<{ label: string }>, verb: string): Promise<void> {
      try {
        const { label } = await work();
        void message.success({ key: MESSAGE_KEY, content: `${verb}：${label}` });
      } catch (error) {
        void message.error(problemOf(error).text, 6);
      }
    }

    const undo = (operationUid?: string) =>
      tell(() => client.history.undo(operationUid === undefined ? {} : { operationUid }), '已撤销');

    return {
      undo,
      redo: () => tell(() => client.history.redo(), '已重做'),
      offer(text, operationUid) {
        void message.success({
          key: MESSAGE_KEY,
          duration: OFFER_SECONDS,
          content: (
            <>
              {text}
              <Button type="link" size="small" onClick={() => void undo(operationUid)}>
                撤销
              </Button>
            </>
          ),
        });
      },
    };
  }, [message]);
}
