import { Checkbox } from 'antd';
import { type ReactNode, useCallback, useMemo } from 'react';
import type { PeriodDetail } from '#shared/contract/assessment.ts';
import { useRight } from '#renderer/app/session.tsx';
import { useRemembered, yesOrNo } from '#renderer/ui/remembered.ts';
import { Waiting } from '#renderer/ui/waiting.tsx';
import { AnalysisView } from '../analysis/analysis-view.tsx';
import type { ScoreBook } from '../book/score-book.ts';
import { ScoreConflictDialog } from '../book/score-conflict-dialog.tsx';
import { type ScoreSaving, useSaving } from '../book/use-saving.ts';
import { useScoreBook } from '../book/use-score-book.ts';
import { DeductionList, type DeductionsByCell, useDeductionsByCell } from '../../deductions/index.ts';
import { type FrameIndex, indexFrame } from '../frame-index.ts';
import { SheetView } from '../sheet/sheet-view.tsx';
import { GroupResults } from '../year/year-view.tsx';
import { GridView } from './grid-view.tsx';
import { PeriodFrame } from './period-frame.tsx';
import type { Place } from './period-page.tsx';

export type PeriodView = 'grid' | 'sheet' | 'results' | 'analysis' | 'deductions';

interface GroupWorkProps {
  period: PeriodDetail;
  place: Place;
  onGo: (place: Place) => void;
  /** Checked scores. */
  book: ScoreBook;
}

const detailShown = yesOrNo('office-score-detail', true);

/** One group at work: the same scores as grid, as single sheets and as results. */
export function GroupWork({ period, place, onGo, book }: GroupWorkProps): ReactNode {
  const mayScore = useRight('score');
  const readOnly = !mayScore || period.status === 'final';
  const index = useMemo(() => indexFrame(book.frame), [book]);
  const saving = useSaving(book, 'checked');
  const deductions = useDeductionsByCell(period.uid);
  const [showsDetail, showDetail] = useRemembered(detailShown);
  const hideDetail = useCallback(() => showDetail(false), [showDetail]);

  return (
    <PeriodFrame
      period={period}
      place={place}
      onGo={onGo}
      tools={
        place.view === 'grid' && (
          <Checkbox checked={showsDetail} onChange={(event) => showDetail(event.target.checked)}>
            单项详情
          </Checkbox>
        )
      }
    >
      {place.view === 'grid' && (
        <GridView
          book={book}
          index={index}
          deductions={deductions}
          stage="checked"
          saving={saving}
          readOnly={readOnly}
          target={place.target}
          showsDetail={showsDetail}
          onHideDetail={hideDetail}
        />
      )}
      {place.view === 'sheet' && (
        <SheetWork
          {...{ book, saving, index, deductions, readOnly }}
          key={place.sheetOf ?? ''}
          firstUid={place.sheetOf ?? null}
        />
      )}
      {place.view === 'results' && <GroupResults period={period} book={book} />}
      {place.view === 'analysis' && (
        <AnalysisView
          book={book}
          index={index}
          onCell={(target) => onGo({ groupUid: place.groupUid, view: 'grid', target })}
          onSheet={(sheetOf) => onGo({ groupUid: place.groupUid, view: 'sheet', target: null, sheetOf })}
        />
      )}
      {place.view === 'deductions' && (
        <DeductionList
          periodUid={period.uid}
          readOnly={readOnly}
          onGo={({ groupUid, objectUid, indicatorUid }) =>
            onGo({ groupUid, view: 'grid', target: { objectUid, indicatorUid } })
          }
        />
      )}
      <ConflictQuestion saving={saving} index={index} />
    </PeriodFrame>
  );
}

interface SheetWorkProps {
  book: ScoreBook;
  saving: ScoreSaving;
  index: FrameIndex;
  deductions: DeductionsByCell;
  readOnly: boolean;
  firstUid: string | null;
}

/** The single sheet shows self scores as well: they are fetched only for it. */
function SheetWork({ book, ...rest }: SheetWorkProps): ReactNode {
  const self = useScoreBook(book.frame, 'self');
  return self === null ? <Waiting /> : <SheetWithSelf {...rest} book={book} self={self} />;
}

function SheetWithSelf({
  book,
  self,
  saving,
  index,
  deductions,
  readOnly,
  firstUid,
}: SheetWorkProps & { self: ScoreBook }): ReactNode {
  const savingSelf = useSaving(self, 'self');
  return (
    <>
      <SheetView
        checked={book}
        self={self}
        savingChecked={saving}
        savingSelf={savingSelf}
        index={index}
        deductions={deductions}
        readOnly={readOnly}
        firstUid={firstUid}
      />
      <ConflictQuestion saving={savingSelf} index={index} />
    </>
  );
}

function ConflictQuestion({
  saving: { conflict },
  index,
}: Pick<SheetWorkProps, 'saving' | 'index'>): ReactNode {
  if (conflict === null) return null;
  return <ScoreConflictDialog conflicts={conflict.conflicts} index={index} onResolve={conflict.resolve} />;
}
