import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Dropdown, Form, Input } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { RosterChange } from '#shared/contract/roster-views.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { SeverityTag } from '#renderer/ui/severity-tag.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useConfirm } from '#renderer/ui/use-confirm.ts';
import { rosterTables } from '#renderer/ui/shared-queries.ts';
import styles from '../rosters.module.css';
import { toDate, toDay } from '../words.ts';
import { Difference } from './difference.tsx';
import pageStyles from './change-page.module.css';
import { WorkingTable } from './working-table.tsx';

/** 调整: the working copy at the left, what it changes at the right; carried out as one step on its day. */
export function ChangePage() {
  const { uid } = useParams<{ uid: string }>();
  const query = useQuery(
    api.rosters.change.queryOptions({
      input: { uid },
      meta: { tables: [...rosterTables, 'roster_change', 'paper', 'paper_number'] },
      placeholderData: (old) => old,
    }),
  );
  return <QueryView query={query}>{(change) => <Change change={change} />}</QueryView>;
}

function Change({ change }: { change: RosterChange }) {
  const [, navigate] = useLocation();
  const mayEdit = useRight('editRosters') && change.status === 'draft';
  const mayWrite = useRight('editPapers');
  const confirm = useConfirm();
  const carryOut = useOperation(client.rosters.carryOut, { success: '已执行调整', undoable: true });
  const remove = useOperation(client.rosters.removeChange, { success: '已放弃调整', undoable: true });
  const notice = useOperation(client.rosters.makeNotice, {
    success: '已生成调整通知，在公文的拟稿里',
    undoable: true,
  });
  const { uid, committee, status, day, difference, notices, problems, staleCount } = change;
  const count = difference.came.length + difference.went.length + difference.changed.length;

  async function run(): Promise<void> {
    const agreed = await confirm({
      title: `从 ${day} 起执行这次调整?`,
      consequence: `新任 ${difference.came.length} 人，免去 ${difference.went.length} 人，变动 ${difference.changed.length} 人；这一天以前的名册不变。`,
      verb: '执行',
    });
    if (agreed) await carryOut.run({ uid });
  }

  async function giveUp(): Promise<void> {
    if ((await remove.run({ uid })).done) navigate(`/rosters/${committee.uid}`);
  }

  return (
    <PageFrame
      title={status === 'draft' ? '调整名册' : '名册调整'}
      note={`${committee.name} · ${status === 'draft' ? '准备中' : `已自 ${day} 执行`}`}
      actions={
        <>
          <Button onClick={() => navigate(`/rosters/${committee.uid}`)}>返回名册</Button>
          {mayEdit && (
            <Button loading={remove.running} onClick={() => void giveUp()}>
              放弃
            </Button>
          )}
          {mayWrite && (
            <Dropdown
              trigger={['click']}
              menu={{
                items: [
                  { key: 'full', label: '印新名单' },
                  { key: 'changes', label: '只印变动' },
                ],
                onClick: ({ key }) => void notice.run({ uid, form: key === 'full' ? 'full' : 'changes' }),
              }}
            >
              <Button loading={notice.running}>生成调整通知</Button>
            </Dropdown>
          )}
          {mayEdit && (
            <Button
              type="primary"
              disabled={count === 0}
              loading={carryOut.running}
              onClick={() => void run()}
            >
              执行调整
            </Button>
          )}
        </>
      }
    >
      <div className={pageStyles.work}>
        {status === 'draft' && (
          <section className={pageStyles.left} aria-label="调整后的名册">
            <Fields change={change} mayEdit={mayEdit} />
            <WorkingTable change={change} mayEdit={mayEdit} />
          </section>
        )}
        <section className={pageStyles.right} aria-label="变动">
          {notices.length > 0 && (
            <p className={styles.hint}>
              调整通知：
              {notices.map(({ paperUid, number }) => (
                <Link key={paperUid} href={`/papers/${paperUid}`} className={pageStyles.notice}>
                  {number === '' ? '打开草稿(还没有签发)' : number}
                </Link>
              ))}
            </p>
          )}
          <ul className={styles.problems}>
            {staleCount > 0 && (
              <li>
                <SeverityTag severity="error" />
                名册在此期间有变化，有 {staleCount} 处调整的对象已不在任，请重新核对。
              </li>
            )}
            {problems.map(({ text, severity }) => (
              <li key={text}>
                <SeverityTag severity={severity} />
                {text}
              </li>
            ))}
          </ul>
          <Difference
            titles={['调整前', '调整后']}
            before={change.before}
            after={change.after}
            positions={change.positions}
            difference={difference}
          />
        </section>
      </div>
    </PageFrame>
  );
}

type Said = 'document' | 'title' | 'reason';

function Fields({ change, mayEdit }: { change: RosterChange; mayEdit: boolean }) {
  const update = useOperation(client.rosters.updateChange);
  const save = (base: object, set: object) => update.run({ uid: change.uid, base, set });
  const kept = (field: Said) => ({
    stored: change[field],
    save: async (text: string, before: string) => (await save({ [field]: before }, { [field]: text })).done,
  });
  return (
    <Form layout="vertical" disabled={!mayEdit} className={pageStyles.fields ?? ''}>
      <Form.Item label="从哪一天起">
        <DatePicker
          aria-label="从哪一天起"
          allowClear={false}
          value={toDate(change.day)}
          onChange={(date) => void save({ day: change.day }, { day: toDay(date) ?? change.day })}
        />
      </Form.Item>
      <KeptText label="依据文件" longest={200} placeholder="可不填" {...kept('document')} />
      <KeptText label="通知标题" longest={100} {...kept('title')} />
      <KeptText label="调整原因" longest={500} placeholder="可不填" {...kept('reason')} />
    </Form>
  );
}

interface KeptTextProps {
  label: string;
  longest: number;
  placeholder?: string;
  stored: string;
  /** @param before what stood there when typing began @returns whether it was saved */
  save: (text: string, before: string) => Promise<boolean>;
}

/** Saved when it is left; what another window saves appears in it unless it is being typed in. */
function KeptText({ label, longest, placeholder = '', stored, save }: KeptTextProps) {
  const [typed, setTyped] = useState<{ text: string; before: string } | null>(null);

  async function leave(): Promise<void> {
    if (typed === null) return;
    const isKept = typed.text.trim() === typed.before || (await save(typed.text, typed.before));
    // Somebody may have gone on typing meanwhile.
    if (isKept) setTyped((now) => (now?.text === typed.text ? null : now));
  }

  return (
    <Form.Item label={label}>
      <Input
        aria-label={label}
        value={typed?.text ?? stored}
        maxLength={longest}
        placeholder={placeholder}
        onChange={({ target }) => setTyped({ text: target.value, before: typed?.before ?? stored })}
        onBlur={() => void leave()}
      />
    </Form.Item>
  );
}
