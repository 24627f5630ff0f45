import { Checkbox, Select } from 'antd';
import { type ReactNode, useCallback, useMemo } from 'react';
import type { PeriodDetail, ScoreStage } from '#shared/contract/assessment.ts';
import { rightOfStage, scoreStages, stageNames } from '#shared/rules/assessment/stages.ts';
import { useRight, useSession } from '#renderer/app/session.tsx';
import { useRemembered, yesOrNo } from '#renderer/ui/remembered.ts';
import { Waiting } from '#renderer/ui/waiting.tsx';
import { AnalysisView } from '../analysis/analysis-view.tsx';
import { isJudged, type ScoreBook } from '../book/score-book.ts';
import { ScoreConflictDialog } from '../book/score-conflict-dialog.tsx';
import { type ScoreSaving, stageSaves, useSaving } from '../book/use-saving.ts';
import { type StageBooks, useStageBooks } from '../book/use-stage-books.ts';
import { DeductionList, useDeductionsByCell } from '../../deductions/index.ts';
import { ObjectionList, useObjectionsByCell } from '../../objections/index.ts';
import { type FrameIndex, indexFrame } from '../frame-index.ts';
import { JudgeGrid } from '../judges/judge-grid.tsx';
import { judgeShown, mayScoreFor } from '../judges/judge-place.ts';
import { JudgeSelect } from '../judges/judge-select.tsx';
import type { SheetStages } from '../sheet/sheet-stages.ts';
import { ProgressView } from '../progress/progress-view.tsx';
import { SheetView } from '../sheet/sheet-view.tsx';
import { GroupResults } from '../year/year-view.tsx';
import { GridView } from './grid-view.tsx';
import { PeriodFrame } from './period-frame.tsx';
import styles from './period-page.module.css';
import type { Place } from './period-page.tsx';

export type PeriodView = 'grid' | 'sheet' | 'results' | 'analysis' | 'progress' | 'deductions' | 'objections';

interface GroupWorkProps {
  period: PeriodDetail;
  place: Place;
  onGo: (place: Place) => void;
  /** Checked scores. */
  book: ScoreBook;
}

/** Beside the panel a narrow window, as at 125 %, has no room for the scores. */
const WIDE_ENOUGH_PIXELS = 1_200;
const detailShown = yesOrNo('office-score-detail', window.innerWidth >= WIDE_ENOUGH_PIXELS);
const stageOptions = scoreStages.map((stage) => ({ value: stage, label: stageNames[stage] }));

/** One group at work: the same scores as grid, as single sheets and as results. */
export function GroupWork({ period, place, onGo, book }: GroupWorkProps): ReactNode {
  const { view, stage } = place;
  const isFinal = period.status === 'final';
  const isReader = !useRight('score') || isFinal;
  const mayEnter = useStageRights(isFinal);
  const index = useMemo(() => indexFrame(book.frame), [book]);
  const books = useStageBooks(book, stagesOf(place));
  const savings = useStageSavings(books);
  const deductions = useDeductionsByCell(period.uid);
  const objections = useObjectionsByCell(period.uid);
  const [showsDetail, showDetail] = useRemembered(detailShown);
  const hideDetail = useCallback(() => showDetail(false), [showDetail]);
  const shown = books[stage];
  const { user } = useSession();
  const judge = stage === 'checked' ? judgeShown(book.frame, place.judgeUid, user.uid) : null;
  const grid = { deductions, objections, target: place.target, showsDetail, onHideDetail: hideDetail };

  return (
    <PeriodFrame
      period={period}
      place={place}
      onGo={onGo}
      tools={
        <>
          {(view === 'grid' || view === 'sheet') && (
            <Select<ScoreStage>
              aria-label="评分环节"
              className={styles.stage ?? ''}
              value={stage}
              options={stageOptions}
              onChange={(chosen) => onGo({ ...place, stage: chosen, target: null })}
            />
          )}
          {view === 'grid' && stage === 'checked' && book.frame.judges.length > 0 && (
            <JudgeSelect
              judges={book.frame.judges}
              judge={judge}
              onChoose={(judgeUid) => onGo({ ...place, judgeUid, target: null })}
            />
          )}
          {view === 'grid' && (
            <Checkbox checked={showsDetail} onChange={(event) => showDetail(event.target.checked)}>
              单项详情
            </Checkbox>
          )}
        </>
      }
    >
      {view === 'grid' && shown === null && <Waiting />}
      {view === 'grid' && shown !== null && judge === null && (
        <GridView
          key={stage}
          book={shown}
          index={index}
          saving={savings[stage]}
          readOnly={!mayEnter[stage]}
          {...grid}
        />
      )}
      {view === 'grid' && judge !== null && (
        <JudgeGrid
          key={judge.uid}
          judge={judge}
          checked={book}
          readOnly={!mayEnter.checked || !mayScoreFor(book.frame.judges, judge, user.uid)}
          {...grid}
        />
      )}
      {view === 'sheet' && (
        <SheetWork
          key={place.sheetOf ?? ''}
          firstUid={place.sheetOf ?? null}
          books={books}
          {...{ savings, mayEnter, stage, index, deductions, objections }}
          onOpen={(target) => {
            showDetail(true);
            onGo({ ...place, view: 'grid', target });
          }}
        />
      )}
      {view === 'results' &&
        (books.final === null ? <Waiting /> : <GroupResults period={period} book={books.final} />)}
      {view === 'analysis' &&
        (books.final === null ? (
          <Waiting />
        ) : (
          <AnalysisView
            book={books.final}
            index={index}
            onCell={(target) => onGo({ ...place, view: 'grid', target })}
            onSheet={(sheetOf) => onGo({ ...place, view: 'sheet', target: null, sheetOf })}
          />
        ))}
      {view === 'progress' && (
        <ProgressView
          frame={book.frame}
          onGo={(target) => onGo({ ...place, view: 'grid', judgeUid: null, ...target })}
        />
      )}
      {view === 'objections' && (
        <ObjectionList
          periodUid={period.uid}
          onGo={({ groupUid, objectUid, indicatorUid }) =>
            onGo({ groupUid, view: 'grid', stage, target: { objectUid, indicatorUid } })
          }
        />
      )}
      {view === 'deductions' && (
        <DeductionList
          periodUid={period.uid}
          readOnly={isReader}
          onGo={({ groupUid, objectUid, indicatorUid }) =>
            onGo({ groupUid, view: 'grid', stage: 'checked', target: { objectUid, indicatorUid } })
          }
        />
      )}
      {scoreStages.map((each) => (
        <ConflictQuestion key={each} saving={savings[each]} index={index} />
      ))}
    </PeriodFrame>
  );
}

/** The stages that a view shows: a sheet all of them, results what counts. */
function stagesOf({ view, stage }: Place): readonly ScoreStage[] {
  if (view === 'sheet') return scoreStages;
  return view === 'results' || view === 'analysis' ? ['final'] : [stage];
}

/** Kept beside the views, so that what is being saved goes on while another one is looked at. */
function useStageSavings({ self, checked, reviewed, final }: StageBooks) {
  return {
    self: useSaving(self, stageSaves.self),
    checked: useSaving(checked, stageSaves.checked),
    reviewed: useSaving(reviewed, stageSaves.reviewed),
    final: useSaving(final, stageSaves.final),
  };
}

function useStageRights(isFinal: boolean): Readonly<Record<ScoreStage, boolean>> {
  const { rights } = useSession().user;
  const may = (stage: ScoreStage) => !isFinal && rights.includes(rightOfStage[stage]);
  return { self: may('self'), checked: may('checked'), reviewed: may('reviewed'), final: may('final') };
}

type SheetWorkProps = Omit<Parameters<typeof SheetView>[0], 'stages'> & {
  books: StageBooks;
  savings: Readonly<Record<ScoreStage, ScoreSaving>>;
  mayEnter: Readonly<Record<ScoreStage, boolean>>;
};

function SheetWork({ books, savings, mayEnter, ...rest }: SheetWorkProps): ReactNode {
  const { self, checked, reviewed, final } = books;
  if (self === null || reviewed === null || final === null) return <Waiting />;
  const part = (stage: ScoreStage, book: ScoreBook) => ({
    stage,
    book,
    saving: savings[stage],
    // What judges come to is not typed over.
    mayEnter: mayEnter[stage] && !isJudged(book),
  });
  const stages: SheetStages = {
    self: part('self', self),
    checked: part('checked', checked),
    reviewed: part('reviewed', reviewed),
    final: part('final', final),
  };
  return <SheetView stages={stages} {...rest} />;
}

function ConflictQuestion({
  saving: { conflict },
  index,
}: {
  saving: ScoreSaving;
  index: FrameIndex;
}): ReactNode {
  if (conflict === null) return null;
  return <ScoreConflictDialog conflicts={conflict.conflicts} index={index} onResolve={conflict.resolve} />;
}
