import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { LedgerRow } from '#shared/contract/ledgers.ts';
import type { WaterCheck } from '#shared/contract/water-checks.ts';
import { waterStates } from '#shared/rules/water-sources/states.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { CheckDialog } from './check-dialog.tsx';
import styles from './water-checks.module.css';

const MPA_SCALE = 1_000;

/** How a water source was found each time, the latest first. */
export function CheckPart({ row, mayEdit }: { row: LedgerRow; mayEdit: boolean }) {
  const [isEntering, setIsEntering] = useState(false);
  const { data: checks = [] } = useQuery(
    api.waterChecks.list.queryOptions({ input: { sourceUid: row.uid }, meta: { tables: ['water_check'] } }),
  );
  return (
    <>
      <div className={styles.head}>
        <h3>检查记录</h3>
        {mayEdit && <Button onClick={() => setIsEntering(true)}>登记检查</Button>}
      </div>
      {checks.length === 0 ? (
        <p className={styles.grey}>还没有登记过检查。</p>
      ) : (
        <ol className={styles.checks} aria-label="检查记录">
          {checks.map((check) => (
            <CheckLine key={check.uid} check={check} mayEdit={mayEdit} />
          ))}
        </ol>
      )}
      {isEntering && (
        <CheckDialog
          sourceUids={[row.uid]}
          onDone={() => setIsEntering(false)}
          onClose={() => setIsEntering(false)}
        />
      )}
    </>
  );
}

function CheckLine({ check, mayEdit }: { check: WaterCheck; mayEdit: boolean }) {
  const { uid, day, checker, note } = check;
  const remove = useOperation(client.waterChecks.remove, {
    success: `已删除 ${day} 的检查`,
    undoable: true,
  });
  const state = waterStates.find(({ value }) => value === check.state);
  return (
    <li>
      <div>
        {day} {state !== undefined && <LightTag light={state.light} word={state.name} />}{' '}
        {wordsOf(check).join('，')}
        <div className={styles.grey}>
          {checker}
          {note === '' ? '' : `：${note}`}
        </div>
      </div>
      {mayEdit && (
        <Button
          type="text"
          size="small"
          aria-label={`删除 ${day} 的检查`}
          icon={<DeleteOutlined aria-hidden />}
          loading={remove.running}
          onClick={() => void remove.run({ uid })}
        />
      )}
    </li>
  );
}

function wordsOf({ pressure, sign, untested }: WaterCheck): string[] {
  return [
    ...(pressure === null ? [] : [`水压 ${pressure / MPA_SCALE} MPa`]),
    ...(sign === null ? [] : [sign === 1 ? '有标识' : '无标识']),
    ...(untested === '' ? [] : [`无法测试：${untested}`]),
  ];
}
