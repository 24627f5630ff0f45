import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { CallContext } from '../carriers/call-context.ts';
import { connection } from '../connection.ts';
import { type Problem, problemOf } from '../problem.ts';
import { recheckSession } from '../query-client.ts';
import { useTakeBack } from '../undo/use-take-back.tsx';
import { showAtPlace } from './problem-places.ts';
import { createRepeatUid } from './repeat-uid.ts';
import { saving } from './saving-state.ts';

export type Outcome<Output> =
  | { done: true; value: Output; operationUid: string }
  | { done: false; problem: Problem };

export interface OperationOptions<Input, Output> {
  /** Said when it went well, e.g. 已删除“城东区”; nothing is said without it. */
  success?: string | ((output: Output, input: Input) => string);
  /** Offers 撤销 beside the words of success; for reversible writes. */
  undoable?: boolean;
  /** False for what saves nothing: signing in, starting an export. The header then says nothing of it. */
  isSave?: boolean;
  /** False for what must not be sent twice by itself: starting a job, taking back. */
  repeat?: boolean;
  /**
   * Asked before the problem's text is shown to the clerk. True: dealt with, as by a conflict dialog. What names a
   * field of the dialog that was sent is said there without it.
   */
  onProblem?: (problem: Problem, input: Input) => boolean;
}

export interface Operation<Input, Output> {
  /** Never throws: the outcome says how it went, and the clerk has been told. */
  run(...input: undefined extends Input ? [input?: Input] : [input: Input]): Promise<Outcome<Output>>;
  running: boolean;
  /** Of what is under way, the latest; a long save is known as a job by it. Null: nothing is. */
  runningUid: string | null;
  /** The clerk gave up what could not be saved: the header no longer says 未保存 for it. */
  forget(): void;
}

type Procedure<Input, Output> = (input: Input, options: { context: CallContext }) => Promise<Output>;

/**
 * A write as a button or a form needs it: const add = useOperation(client.users.add, { success: '已新增' });
 * const outcome = await add.run({ … }). It shows 正在保存 and 已保存 in the header, tells problems in words, and
 * repeats without doing it twice when the connection was lost. What pages show is fetched anew by the core's report.
 */
export function useOperation<Input, Output>(
  procedure: Procedure<Input, Output>,
  options: OperationOptions<Input, Output> = {},
): Operation<Input, Output> {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const takeBack = useTakeBack();
  const owner = useId();
  const [runningCount, setRunningCount] = useState(0);
  const [latestUid, setLatestUid] = useState<string | null>(null);
  const [repeatUid] = useState(createRepeatUid);
  const latest = useRef({ procedure, options });
  useLayoutEffect(() => {
    latest.current = { procedure, options };
  });

  useEffect(() => () => saving.forget(owner), [owner]);

  const run = useCallback(
    async (input: Input): Promise<Outcome<Output>> => {
      const { procedure: call, options: given } = latest.current;
      const operationUid = repeatUid.uidFor(input);
      setRunningCount((count) => count + 1);
      setLatestUid(operationUid);
      const isSave = given.isSave ?? true;
      if (isSave) saving.begin(owner);
      try {
        const value = await call(input, { context: { operationUid, repeat: given.repeat ?? true } });
        if (isSave) saving.succeed(owner);
        if (connection.get() !== 'open') void queryClient.invalidateQueries();
        const text = typeof given.success === 'function' ? given.success(value, input) : given.success;
        if (text !== undefined && given.undoable === true) takeBack.offer(text, operationUid);
        else if (text !== undefined) void message.success(text);
        return { done: true, value, operationUid };
      } catch (error) {
        const problem = problemOf(error);
        if (isSave) saving.fail(owner, problem.text);
        if (problem.code === 'connectionLost') repeatUid.keep(input, operationUid);
        recheckSession(queryClient, problem.code);
        if (problem.code === 'cancelled') {
          saving.forget(owner);
          void message.info('已停止，什么也没有存。');
          return { done: false, problem };
        }
        const dealtWith = given.onProblem?.(problem, input) ?? false;
        if (!dealtWith && !showAtPlace(problem)) void message.error(problem.text, 6);
        return { done: false, problem };
      } finally {
        setRunningCount((count) => count - 1);
      }
    },
    [message, owner, queryClient, repeatUid, takeBack],
  );

  const forget = useCallback(() => saving.forget(owner), [owner]);

  const running = runningCount > 0;
  return { run, running, runningUid: running ? latestUid : null, forget };
}
