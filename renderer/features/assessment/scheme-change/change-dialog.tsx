import { useQuery } from '@tanstack/react-query';
import { Alert, Modal, Segmented } from 'antd';
import { useState } from 'react';
import type { SchemeChangePreview, SchemeOffer } from '#shared/contract/scheme-change.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useFocusBack } from '#renderer/ui/use-focus-back.ts';
import styles from './change-dialog.module.css';
import { ChangeTable, type ChangeView } from './change-table.tsx';

const tables: readonly string[] = [
  'score',
  'scheme',
  'deduction',
  'objection',
  'judge',
  'judged_cell',
  'assessment_group',
  'assessment_object',
  'organization_state',
];

/** Every score, grade and rank that another version of the scheme would change; then one operation. */
export function ChangeDialog({ offer, onClose }: { offer: SchemeOffer; onClose: () => void }) {
  const { groupUid, schemeUid, title, to } = offer;
  const preview = useQuery({
    ...api.schemeChange.preview.queryOptions({ input: { groupUid, schemeUid }, meta: { tables } }),
    staleTime: 0,
    gcTime: 0,
  });
  const change = useOperation(client.schemeChange.change, {
    success: ({ moved, cleared }) =>
      `已改用第${to}版，沿用 ${moved} 项评分${cleared === 0 ? '' : `，${cleared} 项不再计入`}`,
    undoable: true,
  });
  useFocusBack();
  const { data } = preview;

  async function confirm(seen: string): Promise<void> {
    const outcome = await change.run({ groupUid, schemeUid, seen });
    if (outcome.done) onClose();
    else void preview.refetch();
  }

  return (
    <Modal
      open
      width={960}
      title={`“${title}”改用第${to}版`}
      okText={`改用第${to}版`}
      cancelText="取消"
      okButtonProps={{ loading: change.running, disabled: data === undefined || data.obstacle !== null }}
      onOk={() => {
        if (data !== undefined) void confirm(data.seen);
      }}
      onCancel={onClose}
    >
      <QueryView query={preview}>{(known) => <Preview preview={known} />}</QueryView>
    </Modal>
  );
}

function Preview({ preview }: { preview: SchemeChangePreview }) {
  const { indicators, cells, objects, newCellCount, obstacle, groupName } = preview;
  const [view, setView] = useState<ChangeView>(objects.length > 0 ? 'objects' : 'indicators');
  const count = (some: SchemeChangePreview['cells']) =>
    some.reduce((sum, { places }) => sum + places.length, 0);
  const anew = count(cells.filter(({ after }) => after === null));
  return (
    <div className={styles.preview}>
      {obstacle !== null && <Alert type="warning" showIcon title={obstacle} />}
      <p>
        {objects.length === 0
          ? `“${groupName}”没有单位的总分、等次、名次会变。`
          : `“${groupName}”有 ${objects.length} 个单位的总分、等次或名次会变。`}
        {anew > 0 && `${anew} 项原有评分不再计入或需要重新评。`}
        {newCellCount > 0 && `新增指标有 ${newCellCount} 项要评。`}
        其余评分和理由照旧；改用以后可以撤销。
      </p>
      <Segmented<ChangeView>
        aria-label="查看哪些变化"
        value={view}
        options={[
          { value: 'objects', label: `总分、等次、名次 ${objects.length}` },
          { value: 'cells', label: `单项得分 ${count(cells)}` },
          { value: 'indicators', label: `指标 ${indicators.length}` },
        ]}
        onChange={setView}
      />
      <div className={styles.table}>
        <ChangeTable key={view} preview={preview} view={view} />
      </div>
    </div>
  );
}
