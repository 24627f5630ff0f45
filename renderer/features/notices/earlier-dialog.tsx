import { Select } from 'antd';
import type { EarlierNoticeOptions } from '#shared/contract/notices.ts';
import { type NoticeKind, noticeKindNames, noticeKinds } from '#shared/rules/notices/model.ts';
import { client } from '#renderer/app/client.ts';
import { importDialog } from '#renderer/ui/table-import/import-dialog.tsx';
import type { OptionFieldsProps } from '#renderer/ui/table-import/list-import.tsx';

const unstatedNames: Readonly<Record<EarlierNoticeOptions['unstated'], string>> = {
  byDays: '按送达、反馈的日期',
  settled: '算已办结',
};

/** Notices issued before the program, from the old ledger. */
export const EarlierDialog = importDialog<EarlierNoticeOptions>({
  what: '以前的督办通知',
  unit: '份',
  hint: '一行一份，连标题行一起：文号或序号、标题、承办单位、印发日期，有的话再加类别、送达、签收、反馈期限、反馈日期、反馈情况、状态，列的顺序不限。文号进发文登记簿，以后接着往下编；已经登记过的文号不重复登记。',
  read: client.notices.readTable,
  take: client.notices.importTable,
  firstOptions: { kind: 'letter', unstated: 'byDays' },
  OptionFields: NoticeFields,
});

function NoticeFields({ options, onChange }: OptionFieldsProps<EarlierNoticeOptions>) {
  return (
    <>
      <label>
        没写类别的算{' '}
        <Select<NoticeKind>
          aria-label="没写类别的算"
          style={{ minWidth: 140 }}
          value={options.kind}
          options={noticeKinds.map((kind) => ({ value: kind, label: noticeKindNames[kind] }))}
          onChange={(kind) => onChange({ ...options, kind })}
        />
      </label>
      <label>
        没写状态的{' '}
        <Select<EarlierNoticeOptions['unstated']>
          aria-label="没写状态的"
          style={{ minWidth: 180 }}
          value={options.unstated}
          options={(['byDays', 'settled'] as const).map((value) => ({ value, label: unstatedNames[value] }))}
          onChange={(unstated) => onChange({ ...options, unstated })}
        />
      </label>
    </>
  );
}
