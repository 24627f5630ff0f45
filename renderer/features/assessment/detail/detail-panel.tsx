import { Checkbox } from 'antd';
import { memo } from 'react';
import { problemText } from '#shared/rules/assessment/problem-texts.ts';
import { countedStages } from '#shared/rules/assessment/stages.ts';
import { entryText } from '#shared/rules/scoring/entry-text.ts';
import type { ScoreEntry } from '#shared/rules/scoring/model.ts';
import { pointsText } from '#shared/rules/scoring/points-text.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { type CellEdit, type CellRef, isJudged, type ScoreBook } from '../book/score-book.ts';
import { useBookVersion } from '../book/use-score-book.ts';
import { CellDeductions, type DeductionsByCell } from '../../deductions/index.ts';
import { CellObjections, type ObjectionsByCell } from '../../objections/index.ts';
import { CommitField } from '../commit-field.tsx';
import { JudgeValues } from '../judges/judge-values.tsx';
import { cellName, type FrameIndex } from '../frame-index.ts';
import { shownScore } from '../grid/cell-view.ts';
import { beginningAt, readEdits } from '../grid/read-edits.ts';
import { RecentReasons, useRecentReasons } from '../reason/reason-bar.tsx';
import { CellEvidence, type EvidenceByCell } from './cell-evidence.tsx';
import { CellHistory } from './cell-history.tsx';
import styles from './detail-panel.module.css';
import { StageValues } from './stage-values.tsx';
import { withNotApplicable, withRuleInput } from './edit-entry.ts';
import { RuleBox } from './rule-box.tsx';

interface DetailPanelProps {
  book: ScoreBook;
  index: FrameIndex;
  deductions: DeductionsByCell;
  objections: ObjectionsByCell;
  evidence: EvidenceByCell;
  cell: CellRef;
  readOnly: boolean;
  onEdits: (edits: readonly CellEdit[], problems: readonly string[]) => void;
  onClose: () => void;
}

const LONGEST_REASON = 1_000;

/** The active cell in full: what the indicator asks, its rules with their inputs, score, reason, history. */
export const DetailPanel = memo(function DetailPanel(props: DetailPanelProps) {
  const { book, index, deductions, objections, evidence, cell, readOnly, onEdits, onClose } = props;
  useBookVersion(book);
  const object = index.objects.get(cell.objectUid);
  const indicator = index.indicators.get(cell.indicatorUid);
  const recent = useRecentReasons(indicator?.uid ?? '');
  if (object === undefined || indicator === undefined) {
    return (
      <SidePanel title="单项详情" width={330} onClose={onClose}>
        <p className={styles.source}>选中一项评分，这里显示它的评分标准、扣分和理由。</p>
      </SidePanel>
    );
  }

  const own = book.entryAt(cell);
  const entry = book.shownAt(cell);
  const score = book.scorer.score(cell.objectUid).indicators.get(cell.indicatorUid);
  const inBonus = index.isBonus(indicator);
  const isFinal = book.frame.period.status === 'final';
  const place = { groupUid: book.frame.uid, ...cell };
  const applies = index.applies(cell.objectUid, cell.indicatorUid);
  const mayMark = !readOnly && applies && book.judge === null;
  const isLocked = readOnly || !applies || isJudged(book);
  const set = (wanted: ScoreEntry | null, seen: ScoreEntry | null) =>
    onEdits([{ ...cell, entry: wanted, base: seen }], []);
  const setText = (text: string, seen: ScoreEntry | null) => {
    const { edits, problems } = readEdits(book, index, [{ ...cell, text }]);
    onEdits(
      edits.map((edit) => ({ ...edit, base: seen })),
      problems,
    );
  };
  const setReason = (reason: string, seen: ScoreEntry | null) => {
    if (own !== null) set({ ...own, reason: reason.trim() }, seen);
  };

  return (
    <SidePanel title={cellName(object, indicator)} width={330} onClose={onClose}>
      <div className={styles.panel}>
        <p className={styles.content}>{indicator.content}</p>
        {indicator.ruleText !== '' && <p className={styles.source}>评分标准：{indicator.ruleText}</p>}
        {indicator.method !== '' && <p className={styles.source}>考评方式：{indicator.method}</p>}
        <div className={styles.score}>
          <span className={styles.points}>
            {score === undefined || entry === null ? '未评' : shownScore(score, inBonus)}
          </span>
          <span>/ {pointsText(indicator.maxPoints)}分</span>
          <div className={styles.field}>
            直接录入
            <CommitField
              small
              label="直接录入"
              className={styles.number ?? ''}
              disabled={isLocked}
              value={entryText(indicator, entry, inBonus)}
              seen={() => own}
              onCommit={setText}
            />
          </div>
        </div>
        <Checkbox
          checked={!applies || entry?.notApplicable === true}
          disabled={!mayMark}
          onChange={(event) =>
            set(withNotApplicable(indicator, beginningAt(book, cell), event.target.checked), own)
          }
        >
          {applies ? '不适用' : book.judge === null ? '按方案的条件不适用' : '不适用，不用评'}
        </Checkbox>
        {score?.problems.map((problem) => (
          <div key={`${problem.code}/${problem.ruleId ?? ''}`} className={styles.problem} role="alert">
            {problemText(indicator, problem)}
          </div>
        ))}
        <CellDeductions
          rows={deductions.at(cell.objectUid, cell.indicatorUid)}
          indicator={indicator}
          entry={entry}
          readOnly={readOnly}
        />
        {indicator.rules.map((rule) => (
          <RuleBox
            key={rule.id}
            indicator={indicator}
            rule={rule}
            entry={entry}
            seen={own}
            inBonus={inBonus}
            readOnly={isLocked}
            onInput={(changed, input, seen) =>
              set(withRuleInput(indicator, beginningAt(book, cell), changed, input), seen)
            }
          />
        ))}
        <div className={styles.reason}>
          理由
          <CommitField
            label="理由"
            rows={2}
            maxLength={LONGEST_REASON}
            disabled={isLocked || own === null}
            value={entry?.reason ?? ''}
            seen={() => own}
            onCommit={setReason}
          />
        </div>
        {!isLocked && own !== null && (
          <RecentReasons reasons={recent} onChoose={(reason) => setReason(reason, own)} />
        )}
        {book.frame.judges.length > 0 && <JudgeValues cell={place} indicator={indicator} inBonus={inBonus} />}
        <StageValues
          cell={cell}
          stage={book.stage}
          counted={countedStages(book.frame.scheme.settings)}
          indicator={indicator}
          inBonus={inBonus}
        />
        <CellEvidence cell={place} evidence={evidence} isFinal={isFinal} inBonus={inBonus} />
        <CellObjections
          rows={objections.at(cell.objectUid, cell.indicatorUid)}
          cell={place}
          name={cellName(object, indicator)}
          isScored={entry !== null}
          isFinal={isFinal}
        />
        {book.judge === null && (
          <CellHistory
            key={`${cell.objectUid}/${cell.indicatorUid}/${book.stage}`}
            cell={cell}
            stage={book.stage}
            indicator={indicator}
            inBonus={inBonus}
          />
        )}
      </div>
    </SidePanel>
  );
});
