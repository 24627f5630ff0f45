import RollbackOutlined from '@ant-design/icons/RollbackOutlined';
import { useQuery } from '@tanstack/react-query';
import { Button, Tooltip } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { ANY_TABLE } from '../changes.ts';
import { api } from '../client.ts';
import styles from './undo-buttons.module.css';
import { isTypedIn, undoKeyOf } from './undo-keys.ts';
import { useTakeBack } from './use-take-back.tsx';

/** Undo and redo of whole operations, by button and by key; the tooltips name the operation. */
export function UndoButtons() {
  const { data } = useQuery(api.history.state.queryOptions({ meta: { tables: [ANY_TABLE] } }));
  const takeBack = useTakeBack();
  const [busy, setBusy] = useState(false);

  const act = useCallback(
    async (kind: 'undo' | 'redo') => {
      setBusy(true);
      await (kind === 'undo' ? takeBack.undo() : takeBack.redo());
      setBusy(false);
    },
    [takeBack],
  );

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const kind = undoKeyOf(event);
      if (kind === null || event.defaultPrevented || isTypedIn(event.target)) return;
      event.preventDefault();
      if (!event.repeat && !busy) void act(kind);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [act, busy]);

  const undo = data?.undo ?? null;
  const redo = data?.redo ?? null;
  return (
    <>
      <Tooltip title={undo === null ? '没有可以撤销的操作' : `撤销：${undo}(Ctrl+Z)`}>
        <Button
          type="text"
          aria-label={undo === null ? '撤销' : `撤销：${undo}`}
          icon={<RollbackOutlined aria-hidden />}
          disabled={undo === null || busy}
          onClick={() => void act('undo')}
        />
      </Tooltip>
      <Tooltip title={redo === null ? '没有可以重做的操作' : `重做：${redo}(Ctrl+Y)`}>
        <Button
          type="text"
          aria-label={redo === null ? '重做' : `重做：${redo}`}
          icon={<RollbackOutlined className={styles.forward ?? ''} />}
          disabled={redo === null || busy}
          onClick={() => void act('redo')}
        />
      </Tooltip>
    </>
  );
}
