import { Tabs } from 'antd';
import type { ComponentType } from 'react';
import { useLocation, useParams } from 'wouter';
import { useRight } from '#renderer/app/session.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { DrawsPart } from './draws/draws-part.tsx';
import { ItemsPart } from './items/items-part.tsx';
import { ObjectsPart } from './objects/objects-part.tsx';
import { PeoplePart } from './people/people-part.tsx';
import { PlansPart } from './plans/plans-part.tsx';
import { PublicationsPart } from './publications/publications-part.tsx';
import styles from './random.module.css';
import { ResultsPart } from './results/results-part.tsx';

interface RandomPart {
  /** As it stands in the page's address. */
  key: string;
  label: string;
  component: ComponentType<{ mayEdit: boolean }>;
}

/** In the order of the work; what is set up once stands last. */
const parts: readonly [RandomPart, ...RandomPart[]] = [
  { key: 'plans', label: '年度计划', component: PlansPart },
  { key: 'draws', label: '抽取', component: DrawsPart },
  { key: 'results', label: '检查结果', component: ResultsPart },
  { key: 'publications', label: '公示', component: PublicationsPart },
  { key: 'objects', label: '检查对象名录库', component: ObjectsPart },
  { key: 'people', label: '检查人员名录库', component: PeoplePart },
  { key: 'items', label: '事项、类别和规则', component: ItemsPart },
];

/** 双随机抽查: from the yearly plan to what is published. */
export function RandomPage() {
  const { part: wanted } = useParams<{ part?: string }>();
  const [, navigate] = useLocation();
  const mayEdit = useRight('editInspections');
  const part = parts.find(({ key }) => key === wanted) ?? parts[0];
  const { component: Part } = part;
  return (
    <PageFrame
      title="双随机抽查"
      note="一单两库一细则：事项清单、对象和人员名录库、抽取规则"
      toolbar={
        <Tabs
          size="small"
          className={styles.tabs ?? ''}
          activeKey={part.key}
          onChange={(key) => navigate(`/random-inspection/${key}`)}
          items={parts.map(({ key, label }) => ({ key, label }))}
        />
      }
    >
      <Part mayEdit={mayEdit} />
    </PageFrame>
  );
}
