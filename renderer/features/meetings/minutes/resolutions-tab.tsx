import { Button } from 'antd';
import type { Resolution } from '#shared/contract/meetings.ts';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import { taskStatusNames } from '#shared/rules/tasks/model.ts';
import type { PaperExtensionProps } from '#renderer/app/paper-extensions.ts';
import { LightTag } from '#renderer/ui/light-tag.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { useMeeting } from '../use-meeting.ts';
import { ResolutionDialog } from './resolution-dialog.tsx';
import styles from './resolutions.module.css';

/** The decided items of minutes: what is marked in the text, who leads it, until when. */
export function ResolutionsTab(props: PaperExtensionProps) {
  const meeting = useMeeting(props.subjectUid);
  return (
    <QueryView query={meeting}>
      {({ resolutions, day }) => <Resolutions {...props} day={day} entered={resolutions} />}
    </QueryView>
  );
}

interface ResolutionsProps extends PaperExtensionProps {
  /** The meeting's day. */
  day: string;
  entered: readonly Resolution[];
}

function Resolutions({ subjectUid, body, mayEdit, open, onOpen, editor, day, entered }: ResolutionsProps) {
  const marked = markedTexts(body);
  const known = new Map(entered.map((resolution) => [resolution.uid, resolution]));
  const opened = open === null ? null : { uid: open.uid, text: open.text || (marked.get(open.uid) ?? '') };

  return (
    <>
      {marked.size === 0 && (
        <p className={styles.hint}>
          在正文里选中一句话(或把光标放在那句话里)，按 Ctrl+M
          标为议定事项，定好牵头单位和期限；纪要印发后自动进入督办任务。
        </p>
      )}
      <ol className={styles.list}>
        {[...marked].map(([uid, text]) => {
          const resolution = known.get(uid);
          return (
            <li key={uid}>
              <button
                type="button"
                className={styles.text}
                title="在正文里找到它"
                onClick={() => editor()?.revealResolution(uid)}
              >
                {text}
              </button>
              <div className={styles.facts}>
                {resolution === undefined ? (
                  <LightTag light="yellow" word="还没有定牵头单位" />
                ) : (
                  factsOf(resolution)
                )}
                {mayEdit && (
                  <Button size="small" onClick={() => onOpen({ uid, text })}>
                    {resolution === undefined ? '定牵头单位' : '修改'}
                  </Button>
                )}
                {mayEdit && (
                  <Button size="small" onClick={() => editor()?.unmarkResolution(uid)}>
                    取消标记
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {opened !== null && mayEdit && (
        <ResolutionDialog
          key={opened.uid}
          meetingUid={subjectUid}
          meetingDay={day}
          uid={opened.uid}
          text={opened.text}
          entered={known.get(opened.uid) ?? null}
          onClose={() => onOpen(null)}
        />
      )}
    </>
  );
}

/** The words of each marked item by its uid, in the order of the text. */
function markedTexts(body: readonly PaperBlock[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const block of body) {
    if (!('runs' in block)) continue;
    for (const { resolution, text } of block.runs) {
      if (resolution !== undefined) texts.set(resolution, (texts.get(resolution) ?? '') + text);
    }
  }
  return texts;
}

function factsOf({ leads, supporting, dueOn, status }: Resolution): string {
  const facts = [
    `牵头：${leads}`,
    supporting === '' ? '' : `配合：${supporting}`,
    `期限：${dueOn ?? '长期坚持'}`,
    taskStatusNames[status],
  ];
  return facts.filter((fact) => fact !== '').join('，');
}
