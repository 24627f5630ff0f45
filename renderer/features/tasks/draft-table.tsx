import DeleteOutlined from '@ant-design/icons/DeleteOutlined';
import { Button, Input, Select, Table, type TableProps, Tooltip } from 'antd';
import { dueProblem } from '#shared/rules/tasks/due.ts';
import { OrganizationSelect } from '#renderer/ui/organization-select.tsx';
import { TypedDayField } from '#renderer/ui/typed-day-field.tsx';
import type { DraftTask } from './draft-tasks.ts';
import { dueSuggestions, useDayReader } from './use-tasks.ts';
import styles from './tasks.module.css';

interface DraftTableProps<Draft extends DraftTask> {
  drafts: readonly Draft[];
  onChange: (drafts: Draft[]) => void;
  /** Days are meant from here. */
  assignedOn: string;
  /** Pixels that the rows may take. */
  height: number;
  /** Of an outline: how deep a draft stands, and which are headings, owed by nobody. */
  outline?: {
    levelOf: (draft: Draft) => number;
    isHeading: (draft: Draft) => boolean;
    onHeading: (draft: Draft, isHeading: boolean) => void;
  };
}

const LEVEL_PIXELS = 20;
/** 各县(市、区) would make a row higher than the list. */
const SHOWN_UNITS = 3;

const rowKinds = [
  { value: true, label: '标题' },
  { value: false, label: '任务' },
];

/** Proposed tasks, each field of which can be changed before they are added. */
export function DraftTable<Draft extends DraftTask>({
  drafts,
  onChange,
  assignedOn,
  height,
  outline,
}: DraftTableProps<Draft>) {
  const reader = useDayReader(assignedOn);
  const change = (key: string, fields: Partial<DraftTask>) =>
    onChange(drafts.map((draft) => (draft.key === key ? { ...draft, ...fields } : draft)));
  const columns: NonNullable<TableProps<Draft>['columns']> = [
    ...(outline === undefined
      ? []
      : [
          {
            title: '层次',
            width: 104,
            render: (_: unknown, draft: Draft) => (
              <Select
                aria-label={`${draft.title}是`}
                value={outline.isHeading(draft)}
                options={rowKinds}
                style={{ width: '100%' }}
                onChange={(isHeading: boolean) => outline.onHeading(draft, isHeading)}
              />
            ),
          },
        ]),
    {
      title: outline === undefined ? '任务' : '标题、任务',
      render: (_, draft) => (
        <div
          className={styles.draftTitle}
          style={outline === undefined ? {} : { paddingLeft: outline.levelOf(draft) * LEVEL_PIXELS }}
        >
          <Input.TextArea
            aria-label="任务"
            autoSize={{ minRows: 1, maxRows: 3 }}
            maxLength={200}
            value={draft.title}
            onChange={({ target }) => change(draft.key, { title: target.value.replaceAll('\n', '') })}
          />
          {draft.problems.length > 0 && <span className={styles.late}>{draft.problems.join('；')}</span>}
        </div>
      ),
    },
    {
      title: '牵头单位',
      width: 200,
      render: (_, draft) =>
        outline?.isHeading(draft) !== true && (
          <OrganizationSelect
            multiple
            shown={SHOWN_UNITS}
            aria-label="牵头单位"
            value={draft.leadUids}
            onChange={(leadUids) => change(draft.key, { leadUids })}
          />
        ),
    },
    {
      title: '配合单位',
      width: 200,
      render: (_, draft) =>
        outline?.isHeading(draft) !== true && (
          <OrganizationSelect
            multiple
            shown={SHOWN_UNITS}
            aria-label="配合单位"
            value={draft.supportingUids}
            onChange={(supportingUids) => change(draft.key, { supportingUids })}
          />
        ),
    },
    {
      title: '完成时限',
      width: 150,
      render: (_, draft) => {
        if (outline?.isHeading(draft) === true) return null;
        const problem = dueProblem(draft.assignedOn ?? assignedOn, draft.dueOn);
        return (
          <>
            <TypedDayField
              aria-label="完成时限"
              placeholder="长期"
              value={draft.dueOn}
              onChange={(dueOn) => change(draft.key, { dueOn })}
              {...reader}
              suggestions={dueSuggestions}
            />
            {problem !== null && <span className={styles.late}>{problem}</span>}
          </>
        );
      },
    },
    {
      title: '',
      width: 44,
      render: (_, draft) => (
        <Tooltip title="不要这一项">
          <Button
            type="text"
            size="small"
            aria-label={`不要 ${draft.title}`}
            icon={<DeleteOutlined aria-hidden />}
            onClick={() => onChange(drafts.filter(({ key }) => key !== draft.key))}
          />
        </Tooltip>
      ),
    },
  ];
  return (
    <Table<Draft>
      size="small"
      rowKey="key"
      columns={columns}
      dataSource={drafts}
      pagination={false}
      scroll={{ y: height }}
      locale={{ emptyText: '还没有任务' }}
    />
  );
}
