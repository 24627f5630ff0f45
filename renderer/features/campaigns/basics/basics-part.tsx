import { Button } from 'antd';
import { useState } from 'react';
import { announcedWord, campaignEventNames } from '#shared/rules/campaigns/words.ts';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { fullInstant } from '#renderer/ui/instants.ts';
import { Sheet } from '#renderer/ui/sheet.tsx';
import styles from '../campaigns.module.css';
import type { PartProps } from '../part-props.ts';
import { useSiteTerms } from '../use-campaigns.ts';
import { namesText, samplingText } from '../words.ts';
import { EditDialog } from './edit-dialog.tsx';

/** 基本情况: what it rests on, when and where, what is looked at; and what has happened to it. */
export function BasicsPart({ campaign, mayEdit }: PartProps) {
  const terms = useSiteTerms();
  const [isEditing, setIsEditing] = useState(false);
  const rule = campaign.sampling.map((line) => samplingText(line, terms)).join('，');
  return (
    <div className={styles.basics}>
      <div className={styles.wide}>
        <Sheet title="基本情况" extra={mayEdit && <Button onClick={() => setIsEditing(true)}>修改</Button>}>
          <FactList
            facts={[
              ['类型', campaign.kindName],
              ['来文依据', campaign.document],
              ['起止日期', `${campaign.firstDay} 至 ${campaign.lastDay}`],
              ['方式', announcedWord(campaign.announced)],
              ['结束日期', campaign.closedOn ?? ''],
              ['公布日期', campaign.releasedOn ?? ''],
              ['区县', namesText(campaign.counties, '还没有选择')],
              ['行业', namesText(campaign.trades, '全部行业')],
              ['督查内容', campaign.content],
              ['检查清单', namesText(campaign.checklists, '还没有选择')],
              ['逐一督查', namesText(campaign.sweepKinds, '没有')],
              ['抽查规则', rule === '' ? '不抽查' : `每个区县抽取 ${rule}`],
              ['每处用时', `${campaign.minutesPerVisit} 分钟`],
              [
                '抽查间隔',
                campaign.restMonths === 0
                  ? '近期查过的也抽'
                  : `开始前 ${campaign.restMonths} 个月内查过的不抽`,
              ],
              ['备注', campaign.note],
            ]}
          />
        </Sheet>
      </div>
      <div className={styles.aside}>
        <Sheet title="办理记录">
          {campaign.events.length === 0 && <p className={styles.hint}>抽取、开始、结束等都记在这里。</p>}
          <ul className={styles.log}>
            {campaign.events.map(({ uid, kind, at, userName, text }) => (
              <li key={uid}>
                <span className={styles.grey}>
                  {fullInstant(at)} {userName}
                </span>
                <span>
                  {campaignEventNames[kind]}
                  {text !== '' && `：${text}`}
                </span>
              </li>
            ))}
          </ul>
        </Sheet>
      </div>
      {isEditing && <EditDialog campaign={campaign} onClose={() => setIsEditing(false)} />}
    </div>
  );
}
