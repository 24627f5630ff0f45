import { Button, Select } from 'antd';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { ShortfallItem, ShortfallTable } from '#shared/contract/shortfalls.ts';
import { percentOf } from '#shared/rules/reports/words.ts';
import { client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { countyRow, placeRow, shortfallColumns, type ShownRow } from './columns.tsx';
import { CountyPanel } from './county-panel.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { ItemsDialog } from './items-dialog.tsx';
import { PlacePanel } from './place-panel.tsx';
import { useShortfallItems, useShortfallTable } from './use-shortfalls.ts';

const CITY = '';

/** 设施欠账: what there has to be, what there is, what is missing, and what is planned against it. */
export function ShortfallsPage() {
  const { itemUid } = useParams<{ itemUid?: string }>();
  return (
    <QueryView query={useShortfallItems()}>
      {(items) => {
        const item = items.find(({ uid }) => uid === itemUid) ?? items[0];
        return item === undefined ? null : <Shortfalls key={item.uid} items={items} item={item} />;
      }}
    </QueryView>
  );
}

function Shortfalls({ items, item }: { items: ShortfallItem[]; item: ShortfallItem }) {
  const { organizationUid } = useParams<{ organizationUid?: string }>();
  const [, navigate] = useLocation();
  const mayEdit = useRight('editTasks');
  const mayExport = useRight('export');
  const [countyUid, setCountyUid] = useState(CITY);
  const [dialog, setDialog] = useState<'items' | null>(null);
  const [importing, setImporting] = useState<{ text: string | null } | null>(null);
  usePastedTable(mayEdit && importing === null, (text) => setImporting({ text }));
  const workbook = useStartedJob(client.shortfalls.exportTable);
  const { data, isLoading } = useShortfallTable(item.uid);
  const rows = data === undefined ? [] : shownRows(data, countyUid);
  const close = () => navigate(`/shortfalls/${item.uid}`);

  return (
    <>
      <ListPage<ShownRow>
        title="设施欠账"
        count={data === undefined ? '' : totalText(data)}
        actions={
          <>
            {mayEdit && <Button onClick={() => setDialog('items')}>项目和标准</Button>}
            {mayEdit && <Button onClick={() => setImporting({ text: null })}>导入</Button>}
            {mayExport && (
              <Button loading={workbook.starting} onClick={() => void workbook.start({ itemUid: item.uid })}>
                导出 Excel
              </Button>
            )}
            {workbook.dialog}
          </>
        }
        filters={
          <>
            <Select<string>
              aria-label="项目"
              style={{ width: 180 }}
              value={item.uid}
              options={items.map(({ uid, name }) => ({ value: uid, label: name }))}
              onChange={(uid) => navigate(`/shortfalls/${uid}`)}
            />
            <Select<string>
              aria-label="县(市、区)"
              style={{ width: 180 }}
              value={countyUid}
              options={[
                { value: CITY, label: '按县(市、区)看' },
                ...(data?.counties ?? []).map(({ organizationUid: uid, name }) => ({
                  value: uid,
                  label: name,
                })),
              ]}
              onChange={setCountyUid}
            />
            {item.source !== '' && <span>依据：{item.source}</span>}
          </>
        }
        columns={shortfallColumns}
        rows={rows}
        rowKey={({ key }) => key}
        loading={isLoading}
        minWidth={900}
        leftOut={['remark', 'money', 'planned', 'rate']}
        openKey={organizationUid ?? null}
        onOpen={({ key }) => navigate(`/shortfalls/${item.uid}/${key}`)}
        empty={<EmptyState text="还没有县(市、区)、乡镇(街道)。请先在“机构”里添加。" />}
        side={
          data !== undefined && (
            <Side
              table={data}
              organizationUid={organizationUid ?? ''}
              mayEdit={mayEdit}
              onPlaces={(uid) => {
                setCountyUid(uid);
                close();
              }}
              onClose={close}
            />
          )
        }
      />
      {dialog === 'items' && <ItemsDialog items={items} onClose={() => setDialog(null)} />}
      {importing !== null && (
        <ImportDialog item={item} text={importing.text} onClose={() => setImporting(null)} />
      )}
    </>
  );
}

function shownRows({ item, counties, rows }: ShortfallTable, countyUid: string): ShownRow[] {
  if (countyUid === CITY || item.level === 'county') return counties.map(countyRow);
  return rows.filter((row) => row.countyUid === countyUid).map(placeRow);
}

function totalText({ item, total }: ShortfallTable): string {
  const { required, existing, missing, unknown } = total;
  const numbers = `全市应建 ${required} ${item.unit}，现有 ${existing}，欠账 ${missing}，欠账率 ${percentOf(missing, required)}`;
  if (unknown > 0) return `${numbers}；${unknown} 处没有填全，不计入`;
  // A new office has everything and entered nothing.
  return existing === 0 && required > 0 ? `${numbers}；现有的一个也没有登记，请核对台账` : numbers;
}

interface SideProps {
  table: ShortfallTable;
  organizationUid: string;
  mayEdit: boolean;
  onPlaces: (countyUid: string) => void;
  onClose: () => void;
}

function Side({ table, organizationUid, mayEdit, onPlaces, onClose }: SideProps) {
  const { item } = table;
  const county = table.counties.find((each) => each.organizationUid === organizationUid);
  const place = table.rows.find((each) => each.organizationUid === organizationUid);
  if (county !== undefined)
    return (
      <CountyPanel
        key={organizationUid}
        item={item}
        county={county}
        place={place ?? null}
        mayEdit={mayEdit}
        onPlaces={() => onPlaces(organizationUid)}
        onClose={onClose}
      />
    );
  if (place === undefined) return null;
  return <PlacePanel key={organizationUid} item={item} row={place} mayEdit={mayEdit} onClose={onClose} />;
}
