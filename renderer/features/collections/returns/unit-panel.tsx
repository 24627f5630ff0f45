import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { CollectionDetail, CollectionUnit } from '#shared/contract/collections.ts';
import { api, client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { ReturnCard } from './return-card.tsx';

interface UnitPanelProps {
  collection: CollectionDetail;
  unit: CollectionUnit;
  onClose: () => void;
}

const PANEL_PIXELS = 460;

/** What a unit has returned, and what of it has to be corrected. */
export function UnitPanel({ collection, unit, onClose }: UnitPanelProps) {
  const query = useQuery(
    api.collectionReturns.ofUnit.queryOptions({
      input: { unitUid: unit.uid },
      meta: { tables: ['collection_return', 'collection_unit'] },
    }),
  );
  const mayExport = useRight('export');
  const corrections = useStartedJob(client.collectionReturns.exportCorrections);
  const input = { uid: collection.uid, unitUids: [unit.uid] };
  return (
    <SidePanel
      title={unit.name}
      width={PANEL_PIXELS}
      onClose={onClose}
      {...(unit.state === 'mustCorrect' && mayExport
        ? {
            footer: (
              <Button
                type="primary"
                loading={corrections.starting}
                onClick={() => void corrections.start({ ...input, as: 'folder' })}
              >
                导出更正清单
              </Button>
            ),
          }
        : {})}
    >
      <QueryView query={query}>
        {(returns) =>
          returns.length === 0 ? (
            <p>还没有交回。</p>
          ) : (
            returns.map((returned) => (
              <ReturnCard key={returned.uid} returned={returned} columns={collection.definition.columns} />
            ))
          )
        }
      </QueryView>
      {corrections.dialog}
    </SidePanel>
  );
}
