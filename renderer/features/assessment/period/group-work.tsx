import { Checkbox } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { PeriodDetail } from '#shared/contract/assessment.ts';
import { useRight } from '#renderer/app/session.tsx';
import type { ScoreBook } from '../book/score-book.ts';
import { ScoreConflictDialog } from '../book/score-conflict-dialog.tsx';
import { useSaving } from '../book/use-saving.ts';
import { indexFrame } from '../frame-index.ts';
import { ResultsView } from '../results/results-view.tsx';
import { SheetView } from '../sheet/sheet-view.tsx';
import { GridView } from './grid-view.tsx';
import { PeriodFrame } from './period-frame.tsx';
import type { Place } from './period-page.tsx';

export type PeriodView = 'grid' | 'sheet' | 'results';

interface GroupWorkProps {
  period: PeriodDetail;
  place: Place;
  onGo: (place: Place) => void;
  checked: ScoreBook;
  self: ScoreBook;
}

const DETAIL_KEY = 'office-score-detail';

/** One group at work: the same scores as grid, as single sheets and as results. */
export function GroupWork({ period, place, onGo, checked, self }: GroupWorkProps): ReactNode {
  const mayScore = useRight('score');
  const readOnly = !mayScore || period.status === 'final';
  const index = useMemo(() => indexFrame(checked.frame), [checked]);
  const savingChecked = useSaving(checked, 'checked');
  const savingSelf = useSaving(self, 'self');
  const [showsDetail, setShowsDetail] = useState(() => localStorage.getItem(DETAIL_KEY) !== 'no');
  const conflict = savingChecked.conflict ?? savingSelf.conflict;

  function showDetail(shows: boolean): void {
    localStorage.setItem(DETAIL_KEY, shows ? 'yes' : 'no');
    setShowsDetail(shows);
  }

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
          book={checked}
          index={index}
          stage="checked"
          saving={savingChecked}
          readOnly={readOnly}
          target={place.target}
          showsDetail={showsDetail}
          onHideDetail={() => showDetail(false)}
        />
      )}
      {place.view === 'sheet' && (
        <SheetView {...{ checked, self, savingChecked, savingSelf, index, readOnly }} />
      )}
      {place.view === 'results' && <ResultsView book={checked} />}
      {conflict !== null && (
        <ScoreConflictDialog conflicts={conflict.conflicts} index={index} onResolve={conflict.resolve} />
      )}
    </PeriodFrame>
  );
}
