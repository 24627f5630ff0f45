import { useQuery } from '@tanstack/react-query';
import { InputNumber, Modal, Select, Table, type TableProps } from 'antd';
import { useState } from 'react';
import type { AttendanceRow, MeetingSeries } from '#shared/contract/meetings.ts';
import { api } from '#renderer/app/client.ts';
import { meetingTables } from '../names.ts';

const columns: NonNullable<TableProps<AttendanceRow>['columns']> = [
  { title: '姓名', dataIndex: 'name', width: 110 },
  { title: '单位', dataIndex: 'unit', ellipsis: true },
  { title: '应到', dataIndex: 'called', width: 70, align: 'right' },
  { title: '到会', dataIndex: 'present', width: 70, align: 'right' },
  { title: '代会', dataIndex: 'substituted', width: 70, align: 'right' },
  { title: '请假', dataIndex: 'excused', width: 70, align: 'right' },
  { title: '缺席', dataIndex: 'absent', width: 70, align: 'right' },
];

/** Attendance counted over a year, the absent first. */
export function YearDialog({ series, onClose }: { series: readonly MeetingSeries[]; onClose: () => void }) {
  const [year, setYear] = useState(() => new Date().getFullYear());
  const [seriesUid, setSeriesUid] = useState<string | null>(null);
  const { data = [], isLoading } = useQuery(
    api.meetings.attendanceOfYear.queryOptions({
      input: { year, seriesUid },
      meta: { tables: meetingTables },
    }),
  );
  return (
    <Modal open width={860} title="年度出席情况" footer={null} onCancel={onClose}>
      <div style={{ display: 'flex', gap: 8, marginBottom: 12 }}>
        <InputNumber
          aria-label="年度"
          suffix="年"
          min={1949}
          max={2100}
          precision={0}
          value={year}
          onChange={(value) => value !== null && setYear(value)}
        />
        <Select
          aria-label="会议系列"
          style={{ width: 240 }}
          allowClear
          placeholder="全部系列"
          value={seriesUid}
          options={series.map(({ uid, name }) => ({ value: uid, label: name }))}
          onChange={(value: string | undefined) => setSeriesUid(value ?? null)}
        />
      </div>
      <Table<AttendanceRow>
        size="small"
        rowKey={({ name, unit }) => `${name}/${unit}`}
        loading={isLoading}
        columns={columns}
        dataSource={data}
        pagination={false}
        scroll={{ y: 420 }}
        locale={{ emptyText: '这一年还没有签到过的会议' }}
      />
    </Modal>
  );
}
