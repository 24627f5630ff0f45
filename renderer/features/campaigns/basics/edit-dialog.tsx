import { Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { CampaignDetail, CampaignFields, Named } from '#shared/contract/campaigns.ts';
import { announcedWord } from '#shared/rules/campaigns/words.ts';
import { client } from '#renderer/app/client.ts';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { usePatchWithConflicts } from '#renderer/ui/use-patch-with-conflicts.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import styles from '../campaigns.module.css';
import { DaysItems } from '../new-campaign-dialog.tsx';
import { useCampaignChoices, useSiteTerms } from '../use-campaigns.ts';
import { campaignLabels, changesOf, fieldsOf } from '../words.ts';

/** Everything of a campaign but its targets and its rule. */
export function EditDialog({ campaign, onClose }: { campaign: CampaignDetail; onClose: () => void }) {
  const choices = useCampaignChoices();
  const terms = useSiteTerms();
  const [seen] = useState(() => fieldsOf(campaign));
  const named = [
    ...campaign.counties,
    ...campaign.trades,
    ...campaign.checklists,
    ...(terms?.trades ?? []),
    ...(choices?.checklists ?? []),
    ...(choices?.kinds ?? []),
  ];
  const { save, saving, dialog } = usePatchWithConflicts(client.campaigns.update, {
    success: '已保存',
    labels: campaignLabels,
    format: (field, value) => fieldText(field, value, named),
    onSaved: onClose,
  });

  return (
    <>
      <FormDialog<CampaignFields>
        title="修改基本情况"
        verb="保存"
        width={880}
        {...(campaign.secrecy === null ? { kept: `forms/campaign/${campaign.uid}` } : {})}
        busy={saving}
        initialValues={seen}
        onSubmit={(values) => save({ uid: campaign.uid, ...changesOf(seen, values) })}
        onClose={onClose}
      >
        <div className={styles.pair}>
          <Form.Item
            name="title"
            label={campaignLabels.title}
            className={styles.wide ?? ''}
            rules={[{ required: true, whitespace: true, message: '请填写督查名称' }]}
          >
            <FirstField maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item name="kindUid" label={campaignLabels.kindUid} className={styles.kind ?? ''}>
            <WordSelect<string> options={optionsOf(choices?.kinds ?? [])} />
          </Form.Item>
        </div>
        <div className={styles.pair}>
          <DaysItems />
          <Form.Item name="document" label="来文依据(可不填)" className={styles.wide ?? ''}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        </div>
        <Form.Item
          name="countyUids"
          label="督查的区县"
          rules={[{ required: true, message: '请至少选择一个区县' }]}
        >
          <OrganizationSelect multiple aria-label="督查的区县" levels={['county']} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="tradeUids" label="行业(不选即全部)" className={styles.wide ?? ''}>
            <WordSelect mode="multiple" options={optionsOf(terms?.trades ?? [])} />
          </Form.Item>
          <Form.Item name="checklistUids" label="检查清单(可不选)" className={styles.wide ?? ''}>
            <WordSelect
              mode="multiple"
              notFoundContent="还没有检查清单"
              options={optionsOf(withChosen(choices?.checklists ?? [], campaign.checklists))}
            />
          </Form.Item>
          <Form.Item name="minutesPerVisit" label={campaignLabels.minutesPerVisit} rules={wholeNumber}>
            <InputNumber min={5} max={960} precision={0} />
          </Form.Item>
          <Form.Item name="restMonths" label="几个月内查过的不抽" rules={wholeNumber}>
            <InputNumber min={0} max={60} precision={0} />
          </Form.Item>
        </div>
        <div className={styles.pair}>
          <Form.Item name="content" label="督查内容(可不填)" className={styles.wide ?? ''}>
            <Input.TextArea maxLength={4_000} autoSize={{ minRows: 2, maxRows: 5 }} />
          </Form.Item>
          <Form.Item name="note" label="备注(可不填)" className={styles.noteField ?? ''}>
            <Input.TextArea maxLength={2_000} autoSize={{ minRows: 2, maxRows: 5 }} />
          </Form.Item>
        </div>
      </FormDialog>
      {dialog}
    </>
  );
}

const wholeNumber = [{ required: true, message: '请填写整数' }];

function optionsOf(list: readonly Named[]): { value: string; label: string }[] {
  return list.map(({ uid, name }) => ({ value: uid, label: name }));
}

/** A checklist that is no longer offered stays where it was chosen. */
function withChosen(offered: readonly Named[], chosen: readonly Named[]): Named[] {
  return [...offered, ...chosen.filter(({ uid }) => !offered.some((each) => each.uid === uid))];
}

/** A field's value in words, where two values are compared. */
function fieldText(field: string, value: unknown, named: readonly Named[]): string {
  const nameOf = (uid: unknown) => named.find((each) => each.uid === uid)?.name ?? '';
  if (typeof value === 'boolean') return announcedWord(value);
  if (field === 'kindUid') return nameOf(value);
  if (Array.isArray(value)) return value.map(nameOf).join('、') || '(空)';
  return typeof value === 'string' || typeof value === 'number' ? String(value) || '(空)' : '(空)';
}
