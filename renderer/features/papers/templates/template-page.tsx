import { useQuery } from '@tanstack/react-query';
import { Button, Select, Switch, Tabs } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import { useParams } from 'wouter';
import { PRINTED_FORM, type TemplateDetail } from '#shared/contract/paper-setup.ts';
import { placesOf } from '#shared/rules/papers/places.ts';
import { api, client } from '#renderer/app/client.ts';
import { DraftBar, draftText } from '#renderer/app/drafts/draft-bar.tsx';
import { useKeptWork } from '#renderer/app/drafts/use-kept-work.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { PaperPreview } from '#renderer/ui/paper/paper-preview.tsx';
import type { BodyEditorHandle } from '#renderer/ui/paper-editor/types.ts';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { AttachmentsTab } from '../editor/attachments-tab.tsx';
import { Field, FieldRow, TextField } from '../editor/fields.tsx';
import { FrameTab } from '../editor/frame-tab.tsx';
import styles from '../editor/paper-workspace.module.css';
import { TextTab } from '../editor/text-tab.tsx';
import { setupTables } from '../tables.ts';

const paperHint = '写成{名称}的地方，拟稿时由经办人填写；标题和主送里也可以写。';
const formHint =
  '各栏的文字、次序和宽窄都可以改；写成{名称}的地方由程序填写，名称不要改。有{传阅人}、{会签单位}的行每人、每单位印一行。';

/** One template: text with places at the left, how it prints at the right. */
export function TemplatePage() {
  const { key } = useParams<{ key: string }>();
  const [version, setVersion] = useState<number | null>(null);
  const query = useQuery(
    api.papers.template.queryOptions({ input: { key, version }, meta: { tables: setupTables } }),
  );
  return (
    <QueryView query={query}>
      {(template) => (
        <TemplateEditor
          key={`${template.key} ${template.version}`}
          template={template}
          onVersion={setVersion}
        />
      )}
    </QueryView>
  );
}

interface TemplateEditorProps {
  template: TemplateDetail;
  onVersion: (version: number | null) => void;
}

function TemplateEditor({ template, onVersion }: TemplateEditorProps) {
  const mayEdit = useRight('editPapers');
  const editor = useRef<BodyEditorHandle>(null);
  const { key, kind, name, source, active, content } = template;
  const isForm = kind === PRINTED_FORM;
  const first = { name, source, active, content };
  const latest = useRef(first);
  const [form, setForm] = useState(first);
  const shown = useDeferredValue(form.content);
  const newest = template.versions[0]?.version ?? 0;
  const save = useOperation(client.papers.saveTemplate, {
    success: ({ version }) => `已存为第${version}版，以后用这一版`,
    undoable: true,
  });
  const kept = useKeptWork(`templates/${key}/${template.version}`, form, {
    isWorth: mayEdit && JSON.stringify(form) !== JSON.stringify(first),
    goesOn: true,
    onTake: change,
  });

  function change(part: Partial<typeof first>): void {
    latest.current = { ...latest.current, ...part };
    setForm(latest.current);
  }
  const text = {
    paper: form.content,
    change: (part: Partial<typeof content>) => change({ content: { ...latest.current.content, ...part } }),
    mayEdit,
  };

  async function saveVersion(): Promise<void> {
    editor.current?.flush();
    const outcome = await save.run({ key, baseVersion: newest, kind, ...latest.current });
    if (!outcome.done) return;
    await kept.end();
    onVersion(null);
  }

  return (
    <PageFrame
      title={name}
      note={[
        template.kindName,
        draftText(kept.draft),
        `要填的内容：${placesOf(form.content).join('、') || '没有'}`,
      ].join('　')}
      actions={
        <>
          <Select
            aria-label="版本"
            style={{ width: 190 }}
            value={template.version}
            onChange={(version) => onVersion(version === newest ? null : version)}
            options={template.versions.map(({ version, createdBy }) => ({
              value: version,
              label: version === 0 ? '程序自带' : `第${version}版（${createdBy}）`,
            }))}
          />
          {mayEdit && (
            <Button type="primary" loading={save.running} onClick={() => void saveVersion()}>
              存为新版本
            </Button>
          )}
        </>
      }
    >
      <div className={styles.desk}>
        <div className={styles.writing}>
          {mayEdit && <DraftBar draft={kept.draft} onTake={kept.take} />}
          <Tabs
            size="small"
            className={styles.tabs ?? ''}
            items={[
              {
                key: 'text',
                label: '正文',
                children: (
                  <>
                    <p>{isForm ? formHint : paperHint}</p>
                    <TextTab {...text} ref={editor} />
                  </>
                ),
              },
              ...(isForm
                ? []
                : [
                    { key: 'frame', label: '版头和版记', children: <FrameTab {...text} /> },
                    { key: 'attachments', label: '附件', children: <AttachmentsTab {...text} /> },
                  ]),
              {
                key: 'self',
                label: '模板',
                children: (
                  <>
                    <FieldRow>
                      <TextField
                        label="模板名称"
                        value={form.name}
                        onChange={(next) => change({ name: next })}
                        disabled={!mayEdit}
                        maxLength={40}
                      />
                      {!isForm && (
                        <Field label="在用">
                          <Switch
                            aria-label="在用"
                            style={{ width: 44 }}
                            disabled={!mayEdit}
                            checked={form.active}
                            onChange={(next) => change({ active: next })}
                          />
                        </Field>
                      )}
                    </FieldRow>
                    <TextField
                      label="内容顺序的来源"
                      value={form.source}
                      onChange={(next) => change({ source: next })}
                      disabled={!mayEdit}
                      maxLength={200}
                      lines={3}
                    />
                  </>
                ),
              },
            ]}
          />
        </div>
        <div className={styles.preview}>
          <PaperPreview papers={[shown]} />
        </div>
      </div>
    </PageFrame>
  );
}
