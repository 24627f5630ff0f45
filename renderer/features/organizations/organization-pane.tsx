import DownOutlined from '@ant-design/icons/DownOutlined';
import { Button, Dropdown, Tabs } from 'antd';
import { useState } from 'react';
import type { OrganizationNode } from '#shared/contract/organizations.ts';
import { levelNames } from '#shared/rules/organizations/levels.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { levelsToAdd, menuOf } from './actions.ts';
import { ChildrenTable } from './children-table.tsx';
import { DetailsForm } from './details-form.tsx';
import { HistoryTimeline } from './history-timeline.tsx';
import type { OrganizationKind } from './organizations-page.tsx';
import styles from './organizations-page.module.css';
import { townshipsWithoutVillages } from './townships.ts';
import { useDetail, useOrganizationsPage } from './use-organizations.ts';

/** The chosen organization: what stands below it, what it is called and was called. */
export function OrganizationPane({ node, kind }: { node: OrganizationNode; kind: OrganizationKind }) {
  const { day, index, marks, mayEdit, act } = useOrganizationsPage();
  const detail = useDetail(node.uid);
  const canHaveChildren = levelsToAdd(node, kind).length > 0;
  const [tab, setTab] = useState(canHaveChildren ? 'children' : 'details');
  const children = index
    .childrenOf(node.uid)
    .filter((child) => (child.level === 'memberUnit') === (kind === 'memberUnits'));
  const menu = menuOf([node], marks, townshipsWithoutVillages(index, node), act);
  const path = index
    .pathOf(node.uid)
    .slice(0, -1)
    .map((each) => each.name);

  return (
    <div className={styles.right}>
      <header className={styles.head}>
        <h2 className={styles.name} title={node.name}>
          {node.name}
        </h2>
        <span className={styles.path}>{[levelNames[node.level], ...path].join(' · ')}</span>
        {mayEdit && menu.length > 0 && (
          <Dropdown trigger={['click']} menu={{ items: menu }}>
            <Button>
              操作 <DownOutlined aria-hidden />
            </Button>
          </Dropdown>
        )}
      </header>
      <Tabs
        className={styles.tabs ?? ''}
        activeKey={tab}
        onChange={setTab}
        items={[
          ...(canHaveChildren
            ? [
                {
                  key: 'children',
                  label: `${kind === 'memberUnits' ? '成员单位' : '下级机构'} ${children.length}`,
                },
              ]
            : []),
          { key: 'details', label: '资料与历史' },
        ]}
      />
      <div className={styles.pane}>
        {tab === 'children' && canHaveChildren ? (
          <ChildrenTable parent={node} kind={kind} rows={children} />
        ) : (
          <QueryView query={detail}>
            {(data) => (
              <div className={styles.card}>
                <DetailsForm key={`${node.uid} ${day ?? ''}`} node={node} detail={data} />
                <h3>历史</h3>
                <HistoryTimeline detail={data} />
              </div>
            )}
          </QueryView>
        )}
      </div>
    </div>
  );
}
