import { Button, Segmented, Tabs } from 'antd';
import { type ReactNode, useState } from 'react';
import type { PeriodDetail } from '#shared/contract/assessment.ts';
import { useRight } from '#renderer/app/session.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { useDeductionsOfPeriod } from '../../deductions/index.ts';
import { useObjectionsOfPeriod } from '../../objections/index.ts';
import { ExportButton } from '../export/export-button.tsx';
import { CircularButton } from '../finalize/circular-button.tsx';
import { FinalizeDialog } from '../finalize/finalize-dialog.tsx';
import { PeriodEvents } from '../finalize/period-events.tsx';
import { ReopenDialog } from '../finalize/reopen-dialog.tsx';
import { PeriodStatus } from '../list/periods-page.tsx';
import { isMadeOfParts, progressText } from '../names.ts';
import { SchemeOffer } from '../scheme-change/scheme-offer.tsx';
import { SheetsButton } from '../sheets/sheets-button.tsx';
import type { PeriodView } from './group-work.tsx';
import { PeriodMenu } from './period-menu.tsx';
import styles from './period-page.module.css';
import type { Place } from './period-page.tsx';

interface PeriodFrameProps {
  period: PeriodDetail;
  place: Place;
  onGo: (place: Place) => void;
  tools?: ReactNode;
  children: ReactNode;
}

function viewOptions(waiting: number, objected: number): { value: PeriodView; label: string }[] {
  return [
    { value: 'grid', label: '表格' },
    { value: 'sheet', label: '单张' },
    { value: 'results', label: '结果' },
    { value: 'analysis', label: '分析' },
    { value: 'progress', label: '进度' },
    { value: 'deductions', label: waiting === 0 ? '拟扣分' : `拟扣分 ${waiting}` },
    { value: 'objections', label: objected === 0 ? '申诉' : `申诉 ${objected}` },
  ];
}

/** Head of a period: groups, views, finalising; the view itself below. */
export function PeriodFrame({ period, place, onGo, tools, children }: PeriodFrameProps) {
  const [dialog, setDialog] = useState<'finalize' | 'reopen' | null>(null);
  const mayFinalize = useRight('finalize');
  const { data: deductions = [] } = useDeductionsOfPeriod(period.uid);
  const waiting = deductions.filter(({ state }) => state === 'waiting').length;
  const { data: objections = [] } = useObjectionsOfPeriod(period.uid);
  const objected = objections.filter(({ outcome }) => outcome === 'open').length;
  const isFinal = period.status === 'final';
  const fromParts = isMadeOfParts(period);

  return (
    <PageFrame
      title={period.title}
      note={
        <span className={styles.note}>
          <PeriodStatus period={period} />
          <span title={period.fingerprint ?? ''}>
            {isFinal ? `指纹 ${period.fingerprint?.slice(0, 8) ?? ''}` : progressText(period)}
          </span>
        </span>
      }
      actions={
        <>
          <PeriodMenu period={period} groupUid={place.groupUid} />
          {isFinal && <CircularButton periodUid={period.uid} />}
          <SheetsButton period={period} groupUid={place.groupUid} />
          <ExportButton period={period} />
          {mayFinalize && (
            <Button
              type={isFinal ? 'default' : 'primary'}
              onClick={() => setDialog(isFinal ? 'reopen' : 'finalize')}
            >
              {isFinal ? '重新打开' : '定稿'}
            </Button>
          )}
        </>
      }
      toolbar={
        <>
          <Tabs
            className={styles.tabs ?? ''}
            size="small"
            activeKey={place.groupUid}
            items={period.groups.map((group) => ({
              key: group.uid,
              label: (
                <span title={group.schemeTitle}>
                  {fromParts ? group.name : `${group.name} ${group.scoredCount}/${group.cellCount}`}
                </span>
              ),
            }))}
            onChange={(groupUid) => onGo({ groupUid, view: place.view, stage: place.stage, target: null })}
          />
          {tools}
          {!fromParts && (
            <Segmented<PeriodView>
              aria-label="查看方式"
              value={place.view}
              options={viewOptions(waiting, objected)}
              onChange={(view) => {
                const { sheetOf: _sheetOf, ...rest } = place;
                onGo({ ...rest, view, target: null });
              }}
            />
          )}
        </>
      }
    >
      <div className={styles.page}>
        <SchemeOffer period={period} groupUid={place.groupUid} />
        <PeriodEvents period={period} />
        <div className={styles.view}>{children}</div>
      </div>
      {dialog === 'finalize' && (
        <FinalizeDialog
          period={period}
          onJump={({ groupUid, objectUid, indicatorUid, stage }) => {
            setDialog(null);
            // What a year lacks is seen in its results, not in a cell.
            if (indicatorUid === '') onGo({ groupUid, view: 'results', stage, target: null });
            else onGo({ groupUid, view: 'grid', stage, target: { objectUid, indicatorUid } });
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'reopen' && <ReopenDialog period={period} onClose={() => setDialog(null)} />}
    </PageFrame>
  );
}
