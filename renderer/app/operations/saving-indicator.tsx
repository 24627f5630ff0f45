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
      <output className={styles.indicator} data-kind={state.kind}>
        {iconOf(state)}
        <span className={styles.text}>{text}</span>
      </output>
    </Tooltip>
  );
}

const texts: Readonly<Record<Exclude<SavingState['kind'], 'failed'>, string>> = {
  idle: '',
  saving: '正在保存…',
  writing: '正在写入…',
  saved: '已保存',
};

function textOf(state: SavingState): string {
  return state.kind === 'failed' ? `未保存：${state.reason}` : texts[state.kind];
}

function iconOf({ kind }: SavingState) {
  if (kind === 'saved') return <CheckOutlined aria-hidden />;
  if (kind === 'failed') return <ExclamationCircleFilled aria-hidden />;
  return kind === 'idle' ? null : <SyncOutlined spin={kind === 'writing'} />;
}
