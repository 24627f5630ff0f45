import LockOutlined from '@ant-design/icons/LockOutlined';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/client.ts';
import styles from './unreleased.module.css';

const tables = [
  'campaign',
  'finding',
  'listed_supervision',
  'notice',
  'notice_task',
  'paper',
  'credit_event',
  'credit_decision',
];

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** One for all marks of a page. */
function setOf(uids: readonly string[]): ReadonlySet<string> {
  const known = sets.get(uids) ?? new Set(uids);
  sets.set(uids, known);
  return known;
}

/** Whoever reads it out sees before that it came of an unannounced campaign; nothing where it did not. */
export function UnreleasedMark({ uid }: { uid: string }) {
  const { data } = useQuery(api.unreleased.list.queryOptions({ meta: { tables } }));
  if (data === undefined || !setOf(data).has(uid)) return null;
  return (
    <span className={styles.mark} title="由没有公布的暗访来，不要对外说，也不要发给别人。">
      <LockOutlined aria-hidden="true" />
      未公开
    </span>
  );
}
