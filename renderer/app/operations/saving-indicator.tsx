import CheckOutlined from '@ant-design/icons/CheckOutlined';
import ExclamationCircleFilled from '@ant-design/icons/ExclamationCircleFilled';
import SyncOutlined from '@ant-design/icons/SyncOutlined';
import { Tooltip } from 'antd';
import { useStore } from '../store.ts';
import styles from './saving-indicator.module.css';
import { type SavingState, saving } from './saving-state.ts';

/** The header's word on saving; its place keeps its width, so that nothing moves. */
export function SavingIndicator() {
  const state = useStore(saving.state);
  const text = textOf(state);
  return (
    <Tooltip title={state.kind === 'failed' ? text : ''}>
      <span className={styles.indicator} role="status" data-kind={state.kind}>
        {iconOf(state)}
        <span className={styles.text}>{text}</span>
      </span>
    </Tooltip>
  );
}

function textOf(state: SavingState): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'saving':
      return '正在保存…';
    case 'writing':
      return '正在写入…';
    case 'saved':
      return '已保存';
    case 'failed':
      return `未保存:${state.reason}`;
  }
}

function iconOf({ kind }: SavingState) {
  if (kind === 'saved') return <CheckOutlined />;
  if (kind === 'failed') return <ExclamationCircleFilled />;
  return kind === 'idle' ? null : <SyncOutlined spin={kind === 'writing'} />;
}
