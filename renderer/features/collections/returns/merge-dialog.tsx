import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { CONFLICT_PAGE, type MergePreview } from '#shared/contract/collection-returns.ts';
import type { CollectionDetail } from '#shared/contract/collections.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { SavingDialog } from '#renderer/ui/saving-dialog.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { nothingChosen, openConflicts } from './choices.ts';
import { type ConflictPlace, Conflicts } from './conflicts.tsx';

interface MergeDialogProps {
  collection: CollectionDetail;
  onClose: () => void;
}

const tables = ['collection', 'collection_unit', 'collection_return', 'collection_row'];

/** What merging would do; what would take the place of something is decided before it does. */
export function MergeDialog({ collection, onClose }: MergeDialogProps) {
  const [place, setPlace] = useState<ConflictPlace>({ unitUid: null, page: 1 });
  const input = { uid: collection.uid, unitUid: place.unitUid, from: (place.page - 1) * CONFLICT_PAGE };
  const query = useQuery({
    ...api.collectionReturns.preview.queryOptions({ input, meta: { tables } }),
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  const [choices, setChoices] = useState(nothingChosen);
  const merge = useOperation(client.collectionReturns.merge, {
    success: ({ changed }) => `已合并，改动 ${changed} 格`,
    undoable: true,
  });
  const backUp = useOperation(client.collectionReturns.backUpFirst, { isSave: false });
  const preview = query.data;
  const open = preview === undefined ? 0 : openConflicts(preview, choices);

  async function confirm(): Promise<void> {
    if (preview === undefined) return;
    const { digest, adds, conflictCount } = preview;
    const { rule } = choices;
    const decisions = Object.fromEntries(
      Object.entries(choices.decisions).map(([id, { choice }]) => [id, choice]),
    );
    if (!(await backUp.run({ cells: adds + conflictCount })).done) return;
    if ((await merge.run({ uid: collection.uid, digest, rule, decisions })).done) onClose();
  }

  return (
    <>
      <Modal
        open
        width={980}
        centered
        title="核对、合并"
        mask={{ closable: false }}
        onCancel={onClose}
        footer={
          <>
            <Button onClick={onClose}>先不合并</Button>
            <Button
              type="primary"
              loading={backUp.running || merge.running}
              disabled={preview === undefined || preview.units === 0 || open > 0}
              onClick={() => void confirm()}
            >
              {open > 0 ? `还有 ${open} 处没有选` : '合并'}
            </Button>
          </>
        }
      >
        <QueryView query={query}>
          {(loaded) => (
            <>
              <Summary preview={loaded} />
              {loaded.conflictCount > 0 && (
                <Conflicts
                  collection={collection}
                  preview={loaded}
                  place={place}
                  choices={choices}
                  onPlace={setPlace}
                  onChoices={setChoices}
                />
              )}
            </>
          )}
        </QueryView>
      </Modal>
      <SavingDialog operationUid={merge.runningUid} />
    </>
  );
}

function Summary({ preview }: { preview: MergePreview }) {
  const { units, adds, same, conflictCount, stayCount, leftOut, gone } = preview;
  if (units === 0 && leftOut.length === 0) return <p>没有要合并的表：没有问题的都合并过了。</p>;
  return (
    <>
      <p>
        {units} 个单位的表可以合并：填进空格 {adds} 格，与现有的一样 {same} 格，不一样的 {conflictCount}{' '}
        格。合并以后可以撤销。
      </p>
      {stayCount > 0 && (
        <Alert
          type="info"
          showIcon
          title={`其中 ${stayCount} 格原来填着、交回来是空的，排在最后：不选就保留现有的；确实要删去的，请选“清空了”。`}
        />
      )}
      {leftOut.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`${namesOf(leftOut, '单位')}的表还要改正，这次不合并，改好以后再合并一次。`}
        />
      )}
      {gone.length > 0 && (
        <Alert type="warning" showIcon title={`这里已经没有了、不再合并的行：${namesOf(gone, '行')}。`} />
      )}
    </>
  );
}

const SHOWN_NAMES = 8;

function namesOf(names: readonly string[], what: string): string {
  const shown = names.slice(0, SHOWN_NAMES).join('、');
  return names.length > SHOWN_NAMES ? `${shown}等 ${names.length} 个${what}` : shown;
}
