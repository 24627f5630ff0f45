import { Input, type TableProps } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RandomInspector } from '#shared/contract/random-inspection.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { ListTable } from '#renderer/ui/list-table.tsx';
import styles from '../random.module.css';
import { useInspectors } from '../use-random.ts';
import { CertificateDialog } from './certificate-dialog.tsx';

const columns: NonNullable<TableProps<RandomInspector>['columns']> = [
  { title: '姓名', dataIndex: 'name', width: 100, ellipsis: true },
  { title: '单位', dataIndex: 'unitName', ellipsis: true },
  { title: '执法证号', dataIndex: 'certificate', width: 160, ellipsis: true },
  { title: '证件有效期至', dataIndex: 'expiresOn', width: 120 },
  { title: '入库有效期至', key: 'valid', dataIndex: 'validUntil', width: 120 },
  {
    title: '回避',
    key: 'avoids',
    width: 200,
    ellipsis: true,
    render: (_, { homeCountyName, avoids }) =>
      [homeCountyName, ...avoids].filter((part) => part !== '').join('、'),
  },
  {
    title: '能否抽取',
    width: 200,
    render: (_, { excluded }) => (
      <LightTag light={excluded === null ? 'green' : 'red'} word={excluded ?? '可以抽取'} />
    ),
  },
];

/** 检查人员名录库: who may be drawn, with certificates and what each recuses themselves from. */
export function PeoplePart({ mayEdit }: { mayEdit: boolean }) {
  const { data = [], isLoading } = useInspectors();
  const [text, setText] = useState('');
  const [openUid, setOpenUid] = useState<string | null>(null);
  const wanted = text.trim().toLowerCase();
  const rows = data.filter(({ name, initials, unitName, certificate }) =>
    [name, initials, unitName, certificate.toLowerCase()].some((part) => part.includes(wanted)),
  );
  const open = data.find(({ uid }) => uid === openUid);
  const able = data.filter(({ excluded }) => excluded === null).length;
  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <Input.Search
          allowClear
          aria-label="在检查人员里查找"
          placeholder="姓名、首字母或证号"
          className={styles.search ?? ''}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <span>
          共 {data.length} 人，可以抽取 {able} 人
        </span>
        <span className={styles.right}>
          <Link href="/inspectors">人员在“督查人员”里增减</Link>
        </span>
      </div>
      <div className={styles.list}>
        <ListTable<RandomInspector>
          label="检查人员名录库"
          columns={columns}
          rows={rows}
          rowKey={({ uid }) => uid}
          loading={isLoading}
          minWidth={1_000}
          openKey={openUid}
          {...(mayEdit ? { onOpen: ({ uid }: RandomInspector) => setOpenUid(uid) } : {})}
          empty={<EmptyState text="还没有检查人员。请先在“督查人员”里加入，再回来登记执法证件。" />}
        />
      </div>
      {open !== undefined && (
        <CertificateDialog key={open.uid} inspector={open} onClose={() => setOpenUid(null)} />
      )}
    </div>
  );
}
