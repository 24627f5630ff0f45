import { localDay, paperDay } from '#shared/calendar/days.ts';
import type { Drawing } from '#shared/contract/campaigns.ts';
import { drawingStatusNames } from '#shared/rules/campaigns/words.ts';
import { formField, formLabel, formPair, formPaper } from '#shared/rules/papers/form-paper.ts';
import type { Paper, PaperCell } from '#shared/rules/papers/model.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import { campaignUidOfDrawing, drawingRows } from './drawing-rows.ts';
import { requireKnown } from './find.ts';
import type { Asker } from './secrecy/access.ts';

/** County, what was drawn, how many of how many, and what came out over the last three. */
const COLUMNS = [24, 30, 28, 22, 20, 32];
const TITLE = '督查对象抽取记录';

export function drawingRecordOf(asker: Asker, uid: string): Paper {
  const { db } = asker;
  const campaign = requireKnown(asker, campaignUidOfDrawing(db, uid));
  const row = drawingRows(db, campaign).find((each) => each.uid === uid);
  if (row === undefined) throw new Error('a drawing gives a row');
  return recordForm(campaign.title, row, paperSettings(db).printer);
}

/** 抽取记录: who drew what from what, so that anybody can repeat it. */
function recordForm(title: string, drawing: Drawing, office: string): Paper {
  const drawn = drawing.pools.reduce((sum, pool) => sum + pool.drawn.length, 0);
  return formPaper(office, TITLE, COLUMNS, [
    [formLabel('专项督查'), formField(title, 5)],
    [
      ...formPair('次数', `第 ${drawing.number} 次（${drawingStatusNames[drawing.status]}）`, 2),
      ...formPair('抽取时间', timeText(drawing.at), 2),
    ],
    [...formPair('抽取人', drawing.userName, 2), ...formPair('随机种子', String(drawing.seed), 2)],
    [
      ...formPair('备选范围', `${drawing.poolCount} 个，抽出 ${drawn} 个`, 2),
      ...formPair('范围校验码', drawing.fingerprint, 2),
    ],
    ...whyRows(drawing),
    [
      formLabel('方法'),
      formField(
        '每个县(市、区)的每一项，由种子和该项名称确定次序，依次取够数量，不重复抽取。范围、规则和种子相同，结果必然相同。',
        5,
      ),
    ],
    ['县(市、区)', '抽取项目', '数量'].map((name) => formLabel(name)).concat(formLabel('抽取结果', 3)),
    ...drawing.pools.map(poolRow),
    [...formPair('抽取人签名', '', 2), ...formPair('监督人签名', '', 2)],
  ]);
}

function whyRows({ reason, discardReason }: Drawing): PaperCell[][] {
  return [
    ...(reason === '' ? [] : [[formLabel('重抽原因'), formField(reason, 5)]]),
    ...(discardReason === '' ? [] : [[formLabel('作废原因'), formField(discardReason, 5)]]),
  ];
}

function poolRow({
  countyName,
  subject,
  count,
  available,
  resting,
  missing,
  drawn,
}: Drawing['pools'][number]): PaperCell[] {
  const short = missing === 0 ? '' : `，缺 ${missing}`;
  const left = resting === 0 ? '' : `，另 ${resting} 个近期查过`;
  return [
    formField(countyName, 1, 'center'),
    formField(subject, 1, 'center'),
    formField(`${available} 选 ${count}${short}${left}`, 1, 'center'),
    formField(drawn.join('、'), 3),
  ];
}

function timeText(at: number): string {
  const time = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${paperDay(localDay(at))} ${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}
