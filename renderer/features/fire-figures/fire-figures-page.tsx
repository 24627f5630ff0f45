import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { addMonths } from '#shared/calendar/days.ts';
import type { SplitRow } from '#shared/contract/fire-figures.ts';
import { type FireSplit, fireSplits, splitNames } from '#shared/rules/fire-figures/parts.ts';
import { api, client } from '#renderer/app/client.ts';
import { useRight } from '#renderer/app/session.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { ListPage } from '#renderer/ui/list-page.tsx';
import { SplitButton } from '#renderer/ui/split-button.tsx';
import { usePastedTable } from '#renderer/ui/use-pasted-table.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { LEFT_OUT, placeColumns, type Span, splitColumns } from './columns.tsx';
import styles from './fire-figures.module.css';
import { FirePanel } from './fire-panel.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { useFireWords } from './use-fire-words.ts';
import { fireTables } from './words.ts';
import { WordsDialog } from './words-dialog.tsx';

type View = 'place' | FireSplit;
const views: readonly { value: View; label: string }[] = [
  { value: 'place', label: '按地区' },
  ...fireSplits.map((value) => ({ value, label: `按${splitNames[value]}` })),
];

const MOST_NAMED = 4;

function missingText(missing: readonly string[], level: string, mayEdit: boolean): string {
  if (missing.length === 0) return `各${level}都已登记`;
  const named = missing.length > MOST_NAMED ? '' : `：${missing.join('、')}`;
  return `还有 ${missing.length} 个${level}没有登记${named}${mayEdit ? '，点一行填写' : ''}`;
}

/** 火灾数据: the four figures of each county, or of the townships of one, month by month, beside last year's. */
export function FireFiguresPage() {
  const [thisMonth] = useState(() => dayjs().format('YYYY-MM'));
  const { month = thisMonth } = useParams<{ month?: string }>();
  const [, navigate] = useLocation();
  const [span, setSpan] = useState<Span>('month');
  const [view, setView] = useState<View>('place');
  const [countyUid, setCountyUid] = useState<string | null>(null);
  const [openUid, setOpenUid] = useState<string | null>(null);
  const [importing, setImporting] = useState<{ text: string | null } | null>(null);
  const mayEdit = useRight('editTasks');
  usePastedTable(mayEdit && importing === null, (text) => setImporting({ text }));
  const { data, isLoading } = useQuery({
    ...api.fireFigures.month.queryOptions({ input: { month, countyUid }, meta: { tables: fireTables } }),
    placeholderData: keepPreviousData,
  });
  const rows = data?.rows ?? [];
  const level = countyUid === null ? '县(市、区)' : '乡镇(街道)';
  const open = rows.find((row) => row.organizationUid !== null && row.organizationUid === openUid);

  function showCounty(uid: string | null): void {
    setCountyUid(uid);
    setOpenUid(null);
  }

  const head = {
    title: '火灾数据',
    count: missingText(data?.missing ?? [], level, mayEdit),
    actions: (
      <FireActions
        month={month}
        countyUid={countyUid}
        mayEdit={mayEdit}
        onImport={() => setImporting({ text: null })}
      />
    ),
    filters: (
      <>
        <DatePicker
          picker="month"
          aria-label="月份"
          allowClear={false}
          value={dayjs(`${month}-01`)}
          disabledDate={(day) => day.isAfter(dayjs(), 'month')}
          onChange={(day) => day !== null && navigate(`/fire-figures/${day.format('YYYY-MM')}`)}
        />
        <Button onClick={() => navigate(`/fire-figures/${addMonths(`${month}-01`, -1).slice(0, 7)}`)}>
          上个月
        </Button>
        <div className={styles.county}>
          <OrganizationSelect
            aria-label="看哪个区县的乡镇"
            placeholder="看各乡镇：选区县"
            levels={['county']}
            value={countyUid}
            onChange={showCounty}
          />
        </div>
        <Segmented<Span>
          aria-label="统计时间"
          value={span}
          options={[
            { value: 'month', label: '本月' },
            { value: 'toDate', label: '1月至本月' },
          ]}
          onChange={setSpan}
        />
        <Segmented<View> aria-label="按什么分" value={view} options={[...views]} onChange={setView} />
      </>
    ),
    minWidth: 1_138,
  };

  return (
    <>
      {view === 'place' ? (
        <ListPage
          {...head}
          columns={placeColumns(span, countyUid !== null)}
          rows={rows}
          rowKey={({ organizationUid }) => organizationUid ?? 'city'}
          loading={isLoading}
          leftOut={LEFT_OUT}
          openKey={openUid}
          onOpen={({ organizationUid }) => setOpenUid(organizationUid)}
          empty={<EmptyState text="还没有县(市、区)。请先在“机构”里建好，再登记火灾数据。" />}
          side={
            open !== undefined && (
              <FirePanel
                key={`${open.organizationUid ?? ''} ${month}`}
                place={open}
                month={month}
                mayEdit={mayEdit}
                onTownships={countyUid === null ? () => showCounty(open.organizationUid) : null}
                onClose={() => setOpenUid(null)}
              />
            )
          }
        />
      ) : (
        <SplitList head={head} asked={{ month, countyUid, split: view }} span={span} />
      )}
      {importing !== null && (
        <ImportDialog month={month} text={importing.text} onClose={() => setImporting(null)} />
      )}
    </>
  );
}

interface SplitListProps {
  head: Pick<
    Parameters<typeof ListPage<SplitRow>>[0],
    'title' | 'count' | 'actions' | 'filters' | 'minWidth'
  >;
  asked: { month: string; countyUid: string | null; split: FireSplit };
  span: Span;
}

/** The same figures by trade or by cause, as far as they were told apart. */
function SplitList({ head, asked, span }: SplitListProps) {
  const { data = [], isLoading } = useQuery({
    ...api.fireFigures.split.queryOptions({ input: asked, meta: { tables: fireTables } }),
    placeholderData: keepPreviousData,
  });
  return (
    <ListPage
      {...head}
      columns={splitColumns(span, asked.split)}
      rows={data}
      rowKey={({ key }) => key ?? 'sum'}
      loading={isLoading}
      empty={<EmptyState text="还没有分类选项。请在“导入或粘贴”旁边的菜单里点“分类选项”设好。" />}
    />
  );
}

interface FireActionsProps {
  month: string;
  countyUid: string | null;
  mayEdit: boolean;
  onImport: () => void;
}

function FireActions({ month, countyUid, mayEdit, onImport }: FireActionsProps) {
  const workbook = useStartedJob(client.fireFigures.exportMonth);
  const words = useFireWords();
  const [editsWords, setEditsWords] = useState(false);
  return (
    <>
      <Button loading={workbook.starting} onClick={() => void workbook.start({ month, countyUid })}>
        导出 Excel
      </Button>
      {mayEdit && (
        <SplitButton
          onClick={onImport}
          more={[{ key: 'words', label: '分类选项' }]}
          onMore={() => setEditsWords(true)}
          moreLabel="分类选项"
        >
          导入或粘贴
        </SplitButton>
      )}
      {workbook.dialog}
      {editsWords && words !== undefined && (
        <WordsDialog words={words} onClose={() => setEditsWords(false)} />
      )}
    </>
  );
}
