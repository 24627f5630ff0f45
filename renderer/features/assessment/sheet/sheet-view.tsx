import { Button, Select, Tooltip } from 'antd';
import { Fragment, useEffect, useState } from 'react';
import type { PeriodKind, SheetObject } from '#shared/contract/assessment.ts';
import type { ScoreBook } from '../book/score-book.ts';
import { useBookVersion } from '../book/use-score-book.ts';
import type { ScoreSaving } from '../book/use-saving.ts';
import type { DeductionsByCell } from '../../deductions/index.ts';
import { useForms } from '../forms/use-forms.ts';
import type { FrameIndex } from '../frame-index.ts';
import { decimalText } from '#shared/rules/scoring/points-text.ts';
import { SheetRow } from './sheet-row.tsx';
import styles from './sheet-view.module.css';
import { pointsText } from '#shared/rules/scoring/points-text.ts';

interface SheetViewProps {
  checked: ScoreBook;
  self: ScoreBook;
  savingChecked: ScoreSaving;
  savingSelf: ScoreSaving;
  index: FrameIndex;
  deductions: DeductionsByCell;
  readOnly: boolean;
  /** Whose sheet is shown first; null: the first one's. */
  firstUid: string | null;
}

/** One object as on the paper form; Ctrl+PageUp and Ctrl+PageDown go to the next one. */
export function SheetView(props: SheetViewProps) {
  const { checked, self, savingChecked, savingSelf, index, deductions, readOnly, firstUid } = props;
  useBookVersion(checked);
  useBookVersion(self);
  const { frame } = checked;
  const [place, setPlace] = useState(() =>
    Math.max(
      0,
      frame.objects.findIndex(({ uid }) => uid === firstUid),
    ),
  );
  const object = frame.objects[Math.min(place, frame.objects.length - 1)];

  useEffect(() => {
    const last = frame.objects.length - 1;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.ctrlKey || (event.key !== 'PageUp' && event.key !== 'PageDown')) return;
      event.preventDefault();
      setPlace((now) => Math.min(last, Math.max(0, now + (event.key === 'PageDown' ? 1 : -1))));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [frame]);

  if (object === undefined) return null;
  const { decimals } = frame.scheme.settings;
  const score = checked.scorer.score(object.uid);
  const selfScore = self.scorer.score(object.uid);
  const hasSelfScores = [...selfScore.indicators.values()].some(({ status }) => status === 'scored');
  const standing = checked.scorer.standing(object.uid);
  return (
    <div className={styles.scroll}>
      <div className={styles.paper}>
        <h2 className={styles.title}>{frame.period.title}评分表</h2>
        <div className={styles.head}>
          <span>被考评单位：</span>
          <ObjectPicker objects={frame.objects} place={place} onChoose={setPlace} />
          <span className={styles.time}>
            考评时间：{frame.period.firstDay} 至 {frame.period.lastDay}
          </span>
        </div>
        <table className={styles.table} aria-label={`${object.name}评分表`}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                序号
              </th>
              <th scope="col">考评内容</th>
              <th scope="col" className={styles.max}>
                分值
              </th>
              <th scope="col">评分标准</th>
              <th scope="col" className={styles.method}>
                考评方式
              </th>
              <th scope="col" className={styles.entry}>
                自评分
              </th>
              <th scope="col" className={styles.entry}>
                考评分
              </th>
              <th scope="col" className={styles.reason}>
                扣分理由
              </th>
            </tr>
          </thead>
          <tbody key={object.uid}>
            {frame.scheme.categories.map((category, categoryPlace) => (
              <Fragment key={category.uid}>
                <tr className={styles.category}>
                  <th colSpan={5} scope="rowgroup">
                    {category.name}({category.bonus ? '加分，最多' : ''}
                    {pointsText(category.maxPoints)}分)
                  </th>
                  <td>
                    {hasSelfScores && decimalText(selfScore.categories[categoryPlace]?.points ?? 0, decimals)}
                  </td>
                  <td colSpan={2}>{decimalText(score.categories[categoryPlace]?.points ?? 0, decimals)}</td>
                </tr>
                {frame.scheme.indicators
                  .filter(({ categoryUid }) => categoryUid === category.uid)
                  .map((indicator) => (
                    <SheetRow
                      key={indicator.uid}
                      object={object}
                      indicator={indicator}
                      checked={checked}
                      self={self}
                      savingChecked={savingChecked}
                      savingSelf={savingSelf}
                      index={index}
                      deductions={deductions.at(object.uid, indicator.uid)}
                      readOnly={readOnly}
                    />
                  ))}
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th colSpan={5} scope="row">
                考核总分
              </th>
              <td>{hasSelfScores && decimalText(selfScore.totalPoints, decimals)}</td>
              <td className={styles.total}>{decimalText(score.totalPoints, decimals)}</td>
              <td>
                {standing.grade?.name ?? ''}
                {standing.rank === null ? '' : `，第${standing.rank}名`}
                {score.empty > 0 ? `(未评${score.empty}项)` : ''}
              </td>
            </tr>
          </tfoot>
        </table>
        <SignatureLine kind={frame.period.kind} />
      </div>
    </div>
  );
}

/** Who signs below, as in the workbook by the form that was taken last. */
function SignatureLine({ kind }: { kind: PeriodKind }) {
  const { data } = useForms(kind);
  const names = (data?.[0]?.form.signatures ?? []).filter((name) => name.trim() !== '');
  return (
    <ul className={styles.signatures} aria-label="签名栏">
      {names.map((name) => (
        <li key={name}>{name}：</li>
      ))}
    </ul>
  );
}

interface ObjectPickerProps {
  objects: readonly SheetObject[];
  place: number;
  onChoose: (place: number) => void;
}

function ObjectPicker({ objects, place, onChoose }: ObjectPickerProps) {
  return (
    <>
      <Tooltip title="上一个(Ctrl+PageUp)">
        <Button aria-label="上一个单位" disabled={place === 0} onClick={() => onChoose(place - 1)}>
          ‹
        </Button>
      </Tooltip>
      <Select<number, { value: number; label: string; initials: string }>
        showSearch
        aria-label="选择单位"
        className={styles.picker ?? ''}
        value={place}
        onChange={onChoose}
        options={objects.map(({ name, initials }, index) => ({ value: index, label: name, initials }))}
        filterOption={(typed, option) =>
          option !== undefined &&
          (option.label.includes(typed) || option.initials.includes(typed.trim().toLowerCase()))
        }
      />
      <Tooltip title="下一个(Ctrl+PageDown)">
        <Button
          aria-label="下一个单位"
          disabled={place === objects.length - 1}
          onClick={() => onChoose(place + 1)}
        >
          ›
        </Button>
      </Tooltip>
    </>
  );
}
