import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { LibraryDetail, LibraryLink } from '#shared/contract/library.ts';
import { isOutdated, levelNames, standingNames } from '#shared/rules/library/model.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { AttachmentList } from '#renderer/ui/attachments/attachment-list.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { CitingPlaces } from './citing-places.tsx';
import { ClauseList } from './clauses/clause-list.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { FileTexts } from './file-texts.tsx';
import styles from './library.module.css';
import { libraryTables, lightOf } from './words.ts';

interface LibraryPanelProps {
  uid: string;
  /** The clause to be shown first. */
  clauseUid: string | null;
  onClose: () => void;
}

/** One entry beside the list: what it is, its clauses, its files, and who rests on it. */
export function LibraryPanel({ uid, clauseUid, onClose }: LibraryPanelProps) {
  const query = useQuery(api.library.get.queryOptions({ input: { uid }, meta: { tables: libraryTables } }));
  return (
    <SidePanel title={query.data?.title ?? '文件'} width={520} onClose={onClose}>
      <QueryView query={query}>
        {(entry) => <LibraryBody entry={entry} clauseUid={clauseUid} onRemoved={onClose} />}
      </QueryView>
    </SidePanel>
  );
}

interface LibraryBodyProps {
  entry: LibraryDetail;
  clauseUid: string | null;
  onRemoved: () => void;
}

function LibraryBody({ entry, clauseUid, onRemoved }: LibraryBodyProps) {
  const mayEdit = useRight('editPapers');
  const [editing, setEditing] = useState(false);
  const remove = useOperation(client.library.remove, {
    success: `已删除“${entry.title}”`,
    undoable: true,
  });

  return (
    <>
      <div className={styles.buttons}>
        <LightTag light={lightOf(entry.standing)} word={standingNames[entry.standing]} />
        {mayEdit && <Button onClick={() => setEditing(true)}>修改</Button>}
        {mayEdit && (
          <Button
            danger
            loading={remove.running}
            onClick={() => void remove.run({ uid: entry.uid }).then(({ done }) => done && onRemoved())}
          >
            删除
          </Button>
        )}
      </div>
      {isOutdated(entry.standing) && entry.citedByCount > 0 && (
        <Alert
          type="warning"
          showIcon
          className={styles.notice ?? ''}
          title={`已经${standingNames[entry.standing].replace('已', '')}，仍被引用 ${entry.citedByCount} 处，请改引现行的文件。`}
        />
      )}
      <FactList
        facts={[
          ['文号', entry.number],
          ['发布机关', entry.issuer],
          ['级别', levelNames[entry.level]],
          ['发布日期', entry.issuedOn ?? ''],
          ['施行日期', entry.inForceFrom ?? ''],
          ['失效日期', entry.inForceTo ?? ''],
          ['由它替代', entry.replacedBy === null ? '' : <EntryLink entry={entry.replacedBy} />],
          [
            '它替代的',
            entry.replaces.length === 0
              ? ''
              : entry.replaces.map((each) => (
                  <div key={each.uid}>
                    <EntryLink entry={each} />
                  </div>
                )),
          ],
          [
            '收文',
            entry.received === null ? (
              ''
            ) : (
              <Link href={`/received-papers/${entry.received.uid}`}>{entry.received.title}</Link>
            ),
          ],
          ['主题词', entry.subjects],
          ['摘要', entry.abstract === '' ? '' : <span className={styles.abstract}>{entry.abstract}</span>],
        ]}
      />
      {entry.citedBy.length > 0 && (
        <>
          <h3 className={styles.part}>引用它的地方</h3>
          <CitingPlaces places={entry.citedBy} />
        </>
      )}
      <ClauseList entry={entry} openUid={clauseUid} mayEdit={mayEdit} />
      <h3 className={styles.part}>附件</h3>
      <AttachmentList subject={{ kind: 'libraryEntry', uid: entry.uid }} label="文件原文" />
      <FileTexts entry={entry} mayEdit={mayEdit} />
      {editing && (
        <EntryDialog entry={entry} onSaved={() => setEditing(false)} onClose={() => setEditing(false)} />
      )}
    </>
  );
}

function EntryLink({ entry: { uid, title, number } }: { entry: LibraryLink }) {
  return <Link href={`/library/${uid}`}>{number === '' ? title : `${title}（${number}）`}</Link>;
}
