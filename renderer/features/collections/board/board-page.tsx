import { Segmented } from 'antd';
import { useState } from 'react';
import { useParams } from 'wouter';
import { paperDay } from '#shared/calendar/days.ts';
import type { CollectionDetail } from '#shared/contract/collections.ts';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { UnitPanel } from '../returns/unit-panel.tsx';
import { CollectedRows } from '../table/collected-rows.tsx';
import { ExportButton } from '../table/export-button.tsx';
import { useCollection } from '../use-collections.ts';
import { countWords } from '../words.ts';
import { BoardActions } from './board-actions.tsx';
import { UnitList } from './unit-list.tsx';
import { type UnitView, unitsIn, unitViews } from './unit-views.ts';

/** One collection: which units have returned their workbook, which have not, which must correct it. */
export function BoardPage() {
  const { uid = '' } = useParams();
  const query = useCollection(uid);
  return <QueryView query={query}>{(collection) => <Board key={uid} collection={collection} />}</QueryView>;
}

const TABLE = 'table';

function Board({ collection }: { collection: CollectionDetail }) {
  const [view, setView] = useState<UnitView | typeof TABLE>('all');
  const [keys, setKeys] = useState<string[]>([]);
  const { title, dueOn, closedOn, units, origin } = collection;
  const [openUid, setOpenUid] = useState<string | null>(null);
  const open = units.find((unit) => unit.uid === openUid);
  const chosen = units.filter(({ uid }) => keys.includes(uid));
  const options = [
    ...unitViews.map(({ value, label }) => ({ value, label: `${label} ${unitsIn(units, value).length}` })),
    ...(origin.kind === 'form' ? [{ value: TABLE, label: '收集到的内容' } as const] : []),
  ];
  return (
    <PageFrame
      title={title}
      note={`${closedOn === null ? `${paperDay(dueOn)}前交回` : '已结束'}，${countWords(collection)}`}
      actions={<BoardActions collection={collection} chosen={chosen} />}
      side={
        open !== undefined &&
        view !== TABLE && (
          <UnitPanel key={open.uid} collection={collection} unit={open} onClose={() => setOpenUid(null)} />
        )
      }
      toolbar={
        <>
          <Segmented<UnitView | typeof TABLE>
            aria-label="查看"
            value={view}
            options={options}
            onChange={(next) => {
              setView(next);
              setKeys([]);
            }}
          />
          {view === TABLE && <ExportButton uid={collection.uid} />}
        </>
      }
    >
      {view === TABLE ? (
        <CollectedRows uid={collection.uid} />
      ) : (
        <UnitList
          units={unitsIn(units, view)}
          keys={keys}
          onKeys={setKeys}
          openUid={openUid}
          onOpen={setOpenUid}
        />
      )}
    </PageFrame>
  );
}
