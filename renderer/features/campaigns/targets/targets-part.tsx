import { Button, Input, Segmented } from 'antd';
import { useDeferredValue, useState } from 'react';
import {
  type CampaignTarget,
  type TargetFilter,
  type TargetView,
  targetViews,
} from '#shared/contract/campaigns.ts';
import { targetOrigins } from '#shared/rules/campaigns/model.ts';
import { targetOriginNames } from '#shared/rules/campaigns/words.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import styles from '../campaigns.module.css';
import type { PartProps } from '../part-props.ts';
import { useSiteTerms, useTargets } from '../use-campaigns.ts';
import { askedTargets } from './targets-link.ts';
import { AddDialog } from './add-dialog.tsx';
import { ExportTargetsButton } from './export-targets-button.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { SweepDialog } from './sweep-dialog.tsx';
import { TargetBulkBar } from './target-bulk-bar.tsx';
import { narrowTargetColumns, removedColumns, targetColumns } from './target-columns.tsx';
import { TargetPanel } from './target-panel.tsx';

const viewNames: Readonly<Record<TargetView, string>> = {
  listed: '全部',
  open: '待督查',
  visited: '已督查',
  removed: '已移出',
};
const WIDE_PIXELS = 1_080;
const NARROW_PIXELS = 560;

/** 督查对象: all places that are seen, the open one beside them. */
export function TargetsPart({ campaign, mayEdit }: PartProps) {
  const [filter, setFilter] = useState<TargetFilter>(() => ({
    uid: campaign.uid,
    origin: null,
    text: '',
    ...askedTargets(),
  }));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [openUid, setOpenUid] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'sweep' | 'add' | 'import' | null>(null);
  const list = useTargets(useDeferredValue(filter));
  const rows = list.data?.rows ?? [];
  const chosenRows = rows.filter(({ uid }) => chosen.includes(uid));
  const open = rows.find(({ uid }) => uid === openUid) ?? null;
  const isSelectable = mayEdit && filter.view !== 'removed';
  const close = () => setDialog(null);

  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        {chosenRows.length > 0 ? (
          <TargetBulkBar campaign={campaign} targets={chosenRows} onDone={() => setChosen([])} />
        ) : (
          <TargetFilters campaign={campaign} filter={filter} views={list.data?.views} onChange={setFilter} />
        )}
        <span className={styles.right}>
          <ExportTargetsButton campaign={campaign} />
          {mayEdit && <Button onClick={() => setDialog('import')}>导入名单</Button>}
          {mayEdit && <Button onClick={() => setDialog('add')}>增加对象</Button>}
          {mayEdit && <Button onClick={() => setDialog('sweep')}>按类别逐一列入</Button>}
        </span>
      </div>
      <div className={styles.withSide}>
        <div className={styles.list}>
          <ListTable<CampaignTarget>
            label="督查对象"
            columns={open === null ? columnsFor(filter.view, campaign) : narrowTargetColumns}
            minWidth={open === null ? WIDE_PIXELS : NARROW_PIXELS}
            rows={rows}
            rowKey={({ uid }) => uid}
            loading={list.isLoading}
            openKey={openUid}
            onOpen={({ uid }) => setOpenUid(uid)}
            {...(isSelectable ? { selection: { keys: chosen, onChange: setChosen } } : {})}
            empty={
              campaign.targets === 0 && filter.view === 'listed' ? (
                <EmptyState
                  text={
                    '这里列出要督查的单位和乡镇。\n按类别可以把重点单位、高层建筑等逐一列入；在“抽取”里按规则随机抽取；有名单的可以导入；也可以一个个增加。'
                  }
                  action={
                    mayEdit && (
                      <Button type="primary" onClick={() => setDialog('sweep')}>
                        按类别逐一列入
                      </Button>
                    )
                  }
                />
              ) : (
                <EmptyState text="没有符合条件的对象。" />
              )
            }
          />
        </div>
        {open !== null && (
          <TargetPanel
            key={open.uid}
            campaign={campaign}
            target={open}
            mayEdit={mayEdit}
            onClose={() => setOpenUid(null)}
          />
        )}
      </div>
      {dialog === 'sweep' && <SweepDialog campaign={campaign} onClose={close} />}
      {dialog === 'add' && <AddDialog campaign={campaign} onClose={close} />}
      {dialog === 'import' && <ImportDialog campaign={campaign} onClose={close} />}
    </div>
  );
}

function columnsFor(view: TargetView, { minutesPerVisit }: PartProps['campaign']) {
  return view === 'removed' ? removedColumns : targetColumns(minutesPerVisit);
}

interface TargetFiltersProps {
  campaign: PartProps['campaign'];
  filter: TargetFilter;
  views: Readonly<Record<TargetView, number>> | undefined;
  onChange: (filter: TargetFilter) => void;
}

function TargetFilters({ campaign, filter, views, onChange }: TargetFiltersProps) {
  const kinds = useSiteTerms()?.kinds ?? [];
  return (
    <>
      <Input.Search
        allowClear
        aria-label="在督查对象里查找"
        placeholder="名称或首字母"
        className={styles.search ?? ''}
        value={filter.text}
        onChange={({ target }) => onChange({ ...filter, text: target.value })}
      />
      <Segmented<TargetView>
        aria-label="查看范围"
        value={filter.view}
        onChange={(view) => onChange({ ...filter, view })}
        options={targetViews.map((value) => ({
          value,
          label: views === undefined ? viewNames[value] : `${viewNames[value]} ${views[value]}`,
        }))}
      />
      <WordSelect<string | null>
        allowClear
        aria-label="按区县"
        placeholder="按区县"
        className={styles.filter ?? ''}
        value={filter.countyUid}
        options={campaign.counties.map(({ uid, name }) => ({ value: uid, label: name }))}
        onChange={(uid) => onChange({ ...filter, countyUid: uid ?? null })}
      />
      <WordSelect<string | null>
        allowClear
        aria-label="按类别"
        placeholder="按类别"
        className={styles.filter ?? ''}
        value={filter.kindUid}
        options={kinds.map(({ uid, name }) => ({ value: uid, label: name }))}
        onChange={(uid) => onChange({ ...filter, kindUid: uid ?? null })}
      />
      <WordSelect<TargetFilter['origin']>
        allowClear
        aria-label="按来源"
        placeholder="按来源"
        className={styles.filter ?? ''}
        value={filter.origin}
        options={targetOrigins.map((value) => ({ value, label: targetOriginNames[value] }))}
        onChange={(origin) => onChange({ ...filter, origin: origin ?? null })}
      />
    </>
  );
}
