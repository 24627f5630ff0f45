import { Form, Input, type RefSelectProps, Segmented, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { AddedTarget, CampaignDetail } from '#shared/contract/campaigns.ts';
import type { KeySite } from '#shared/contract/key-sites.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useFirstFocus } from '#renderer/ui/first-focus.ts';
import { FormDialog } from '#renderer/ui/form-dialog.tsx';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { TabLeaves } from '#renderer/ui/tab-leaves.tsx';
import { WordSelect } from '#renderer/ui/word-select.tsx';
import styles from '../campaigns.module.css';
import { useFoundSites } from '../use-campaigns.ts';

type Way = AddedTarget['kind'];

interface Values {
  sites: Chosen[];
  townshipUids: string[];
  name: string;
  countyUid: string | null;
}

const ways: { value: Way; label: string }[] = [
  { value: 'site', label: '重点单位' },
  { value: 'township', label: '乡镇(街道)' },
  { value: 'other', label: '其他' },
];

/** By hand: from the ledger, a township, or whatever has a name. */
export function AddDialog({ campaign, onClose }: { campaign: CampaignDetail; onClose: () => void }) {
  const [way, setWay] = useState<Way>('site');
  const add = useOperation(client.campaigns.addTargets, {
    success: ({ added }) => `已增加 ${added} 个`,
    undoable: true,
  });

  async function submit(values: Values): Promise<void> {
    const outcome = await add.run({ uid: campaign.uid, items: itemsOf(way, values) });
    if (outcome.done) onClose();
  }

  return (
    <FormDialog<Values>
      title="增加督查对象"
      verb="增加"
      busy={add.running}
      initialValues={{ sites: [], townshipUids: [], name: '', countyUid: null }}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Segmented<Way> aria-label="增加什么" value={way} options={ways} onChange={setWay} />
      <div className={styles.way}>
        {way === 'site' && (
          <Form.Item name="sites" label="单位" rules={[{ required: true, message: '请选择单位' }]}>
            <SiteSelect />
          </Form.Item>
        )}
        {way === 'township' && (
          <Form.Item
            name="townshipUids"
            label="乡镇(街道)"
            rules={[{ required: true, message: '请选择乡镇(街道)' }]}
          >
            <OrganizationSelect multiple aria-label="乡镇(街道)" levels={['township']} />
          </Form.Item>
        )}
        {way === 'other' && (
          <>
            <Form.Item
              name="name"
              label="对象名称"
              rules={[{ required: true, whitespace: true, message: '请填写对象名称' }]}
            >
              <Input maxLength={100} autoComplete="off" placeholder="如 地铁2号线施工工地" />
            </Form.Item>
            <Form.Item
              name="countyUid"
              label="所在区县"
              rules={[{ required: true, message: '请选择所在区县' }]}
            >
              <WordSelect<string | null>
                options={campaign.counties.map(({ uid, name }) => ({ value: uid, label: name }))}
              />
            </Form.Item>
          </>
        )}
      </div>
    </FormDialog>
  );
}

function itemsOf(way: Way, { sites, townshipUids, name, countyUid }: Values): AddedTarget[] {
  if (way === 'site') return sites.map(({ value }) => ({ kind: 'site', siteUid: value }));
  if (way === 'township')
    return townshipUids.map((organizationUid) => ({ kind: 'township', organizationUid }));
  return [{ kind: 'other', name, countyUid: countyUid ?? '' }];
}

interface Chosen {
  value: string;
  label: string;
}

interface Option extends Chosen {
  note: string;
}

interface SiteSelectProps {
  /** Given by Form.Item. */
  id?: string;
  value?: Chosen[];
  onChange?: (sites: Chosen[]) => void;
}

/** Of the dialog's field; measured while the dialog still opens, it would be too narrow for names. */
const POPUP_PIXELS = 472;

/** Sites of the ledger, found by name, pinyin initials, place or address. */
function SiteSelect({ id, value = [], onChange }: SiteSelectProps) {
  const field = useFirstFocus<RefSelectProps>();
  const [text, setText] = useState('');
  const { data } = useFoundSites(useDeferredValue(text.trim()));
  return (
    <TabLeaves>
      <Select<Chosen[], Option>
        labelInValue
        mode="multiple"
        ref={field}
        {...(id === undefined ? {} : { id })}
        popupMatchSelectWidth={POPUP_PIXELS}
        aria-label="单位"
        placeholder="名称、拼音首字母、乡镇或地址"
        value={value}
        options={(data?.rows ?? []).map(optionOf)}
        optionRender={renderOption}
        showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
        notFoundContent="台账里没有这样的单位"
        onChange={(sites) => {
          setText('');
          onChange?.(sites.map(({ value: uid, label }) => ({ value: uid, label })));
        }}
      />
    </TabLeaves>
  );
}

function optionOf({ uid, name, countyName, townshipName, address }: KeySite): Option {
  const note = [`${countyName} ${townshipName}`.trim(), address].filter((part) => part !== '').join('，');
  return { value: uid, label: name, note };
}

function renderOption({ data }: { data: Option }) {
  return (
    <>
      {data.label} <span className={styles.grey}>{data.note}</span>
    </>
  );
}
