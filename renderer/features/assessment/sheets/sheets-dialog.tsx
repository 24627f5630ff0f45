import { Button, Checkbox, Modal, Select } from 'antd';
import { useState } from 'react';
import type { GroupFrame } from '#shared/contract/assessment.ts';
import { MOST_PRINTED_SCORE_SHEETS, type SheetScope } from '#shared/contract/score-sheets.ts';
import { stageNames } from '#shared/rules/assessment/stages.ts';
import { client } from '#renderer/app/client.ts';
import { useStartedJob } from '#renderer/ui/use-started-job.tsx';
import { FormsDialog } from './forms-dialog.tsx';
import styles from './sheets.module.css';

interface SheetsDialogProps {
  frame: GroupFrame;
  onClose: () => void;
}

/** The select knows texts only. */
const EVERY_JUDGE = 'judges';
const ENTERED_BY_HAND = ['checked', 'self', 'reviewed'] as const;

/** Which sheets are given out: of whom, to be filled in for what, with or without self scores. */
export function SheetsDialog({ frame, onClose }: SheetsDialogProps) {
  const { judges, objects } = frame;
  const [chosen, setChosen] = useState<string[]>([]);
  const [whom, setWhom] = useState<string>(judges.length > 0 ? EVERY_JUDGE : 'checked');
  const [withSelf, setWithSelf] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const workbook = useStartedJob(client.scoreSheets.exportWorkbook);
  const scope: SheetScope = {
    groupUid: frame.uid,
    objectUids: chosen.length === 0 ? objects.map(({ uid }) => uid) : chosen,
    ...purposeOf(whom, frame),
    withSelf: withSelf && whom !== 'self',
  };
  const count = sheetCount(scope, frame);
  const isTooMany = count > MOST_PRINTED_SCORE_SHEETS;

  return (
    <Modal
      open
      width={620}
      title={`${frame.name}：空白评分表`}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>关闭</Button>
          <Button disabled={count === 0 || isTooMany} onClick={() => setPrinting(true)}>
            打印…
          </Button>
          <Button
            type="primary"
            disabled={count === 0}
            loading={workbook.starting}
            onClick={() => void workbook.start(scope)}
          >
            导出 Excel
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <span>单位</span>
        <Select
          mode="multiple"
          aria-label="单位"
          placeholder={`全部 ${objects.length} 个单位`}
          maxTagCount="responsive"
          optionFilterProp="label"
          value={chosen}
          options={objects.map(({ uid, shortName }) => ({ value: uid, label: shortName }))}
          onChange={setChosen}
        />
        <span>填写</span>
        <Select aria-label="填写" value={whom} options={purposes(frame)} onChange={setWhom} />
        <span>另外</span>
        <Checkbox
          checked={withSelf && whom !== 'self'}
          disabled={whom === 'self'}
          onChange={({ target }) => setWithSelf(target.checked)}
        >
          附上各单位的自评分
        </Checkbox>
      </div>
      <p className={styles.hint}>
        共 {count} 张，式样、签名栏与导出的单位评分表一样。Excel
        填好后点“读取填好的评分表”读回，先核对再录入。
        {isTooMany && `一次最多打印 ${MOST_PRINTED_SCORE_SHEETS} 张，要打印请少选几个单位或评委。`}
      </p>
      {workbook.dialog}
      {isPrinting && <FormsDialog scope={scope} onClose={() => setPrinting(false)} />}
    </Modal>
  );
}

function purposes({ judges }: GroupFrame): { value: string; label: string }[] {
  const stages = ENTERED_BY_HAND.filter((stage) => stage !== 'checked' || judges.length === 0);
  return [
    ...(judges.length === 0
      ? []
      : [{ value: EVERY_JUDGE, label: `考评分：每名评委各一份(${judges.length} 名)` }]),
    ...judges.map(({ uid, name }) => ({ value: uid, label: `考评分：评委 ${name}` })),
    ...stages.map((stage) => ({
      value: stage,
      label: stage === 'self' ? `${stageNames[stage]}(发给单位自评)` : stageNames[stage],
    })),
  ];
}

function purposeOf(whom: string, { judges }: GroupFrame): Pick<SheetScope, 'stage' | 'judgeUids'> {
  const stage = ENTERED_BY_HAND.find((each) => each === whom);
  if (stage !== undefined) return { stage, judgeUids: [] };
  const all = judges.map(({ uid }) => uid);
  return { stage: 'checked', judgeUids: whom === EVERY_JUDGE ? all : [whom] };
}

/** A judge gets none of whom he does not score. */
function sheetCount({ objectUids, judgeUids }: SheetScope, { judges }: GroupFrame): number {
  if (judgeUids.length === 0) return objectUids.length;
  return judges
    .filter(({ uid }) => judgeUids.includes(uid))
    .reduce((sum, { recusals }) => sum + objectUids.filter((uid) => !recusals.includes(uid)).length, 0);
}
